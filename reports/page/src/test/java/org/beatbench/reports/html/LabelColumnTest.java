package org.beatbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.beatbench.reports.chart.Hue;

class LabelColumnTest {

    @Property(tries = 200, seed = "1")
    void noLabelLiesOnAnother(@ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 30, max = 650) Double> wanted) {
        LabelColumn labels = new LabelColumn(30, 650);
        wanted.forEach(y -> labels.add(y, "name", Hue.NEUTRAL, 100));
        Svg svg = new Svg(720, 700, "");
        labels.draw(svg, 500);
        StringOutput output = new StringOutput();
        svg.writeTo(output);
        double[] heights = Pattern.compile("<text x=\"512\" y=\"([0-9.]+)\"")
                .matcher(output.toString())
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .sorted()
                .toArray();
        assertThat(heights).hasSize(wanted.size());
        for (int i = 1; i < heights.length; i++) {
            assertThat(heights[i] - heights[i - 1]).isGreaterThan(14);
        }
        assertThat(heights[0]).isGreaterThan(20);
        assertThat(heights[heights.length - 1]).isLessThan(665);
    }
}
