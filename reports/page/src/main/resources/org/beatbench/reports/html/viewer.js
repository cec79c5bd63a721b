(() => {
  const data = JSON.parse(document.getElementById("viewer-data").textContent);
  const viewer = document.getElementById("viewer");
  const MM = 96 / 25.4, GUTTER = 13 * MM, MISSING = -2147483648;
  const { rate, size, classes } = data, seconds = size / rate;
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const escaped = text => text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);
  const clamp = (value, least, most) => Math.max(least, Math.min(most, value));
  const clock = (time, decimals = 1) => {
    const unit = 10 ** decimals, all = Math.round(Math.max(0, time) * unit), whole = Math.floor(all / unit);
    const two = number => String(number).padStart(2, "0");
    return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
      + (decimals ? `.${String(all % unit).padStart(decimals, "0")}` : "");
  };

  // Numbers of seven bits a byte, the lowest first.
  const reader = text => {
    const raw = atob(text);
    let at = 0;
    return () => {
      let value = 0, place = 1, byte;
      do { byte = raw.charCodeAt(at++); value += (byte & 127) * place; place *= 128; } while (byte & 128);
      return value;
    };
  };
  const step = value => value % 2 ? -(value + 1) / 2 : value / 2;
  let before = 0;
  const sample = next => {
    const coded = next();
    return coded ? before += step(coded - 1) : MISSING;
  };

  const nextSample = reader(data.samples);
  const stretches = data.stretches.map(([from, count]) => {
    const values = new Int32Array(count);
    before = 0;
    for (let i = 0; i < count; i++) values[i] = sample(nextSample);
    return { from, count, values };
  });

  // The envelope, and on it a pyramid: each level has half as many stretches as the one beneath.
  const nextStretch = reader(data.envelope), levels = [];
  before = 0;
  {
    const count = Math.ceil(size / data.every), low = new Int32Array(count), high = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      low[i] = sample(nextStretch);
      high[i] = low[i] === MISSING ? MISSING : low[i] + nextStretch();
    }
    levels.push({ every: data.every, low, high });
  }
  while (levels.at(-1).low.length > 400) {
    const { every, low, high } = levels.at(-1), count = Math.ceil(low.length / 2);
    const lower = new Int32Array(count), higher = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const a = 2 * i, b = Math.min(low.length - 1, a + 1);
      lower[i] = low[a] === MISSING ? low[b] : low[b] === MISSING ? low[a] : Math.min(low[a], low[b]);
      higher[i] = Math.max(high[a], high[b]);
    }
    levels.push({ every: 2 * every, low: lower, high: higher });
  }

  const count = data.count, base = classes.length + 1, nextBeat = reader(data.beats);
  const at = new Float64Array(count), label = new Int8Array(count), second = new Int8Array(count), mark = new Int8Array(count);
  const flags = new Uint16Array(count), follows = new Uint8Array(count), chances = new Uint16Array(count * classes.length);
  for (let i = 0, place = 0; i < count; i++) {
    at[i] = place += nextBeat();
    const all = nextBeat(), flagged = nextBeat();
    label[i] = all % base - 1;
    second[i] = Math.floor(all / base) % base - 1;
    mark[i] = Math.floor(all / base / base) - 1;
    flags[i] = Math.floor(flagged / 2);
    follows[i] = flagged % 2;
    for (let c = 0; label[i] >= 0 && c < classes.length; c++) chances[i * classes.length + c] = nextBeat();
  }
  const time = i => at[i] / rate;
  const isDoubtful = i => data.flags[flags[i]].length > 0;
  const nameOf = c => c < 0 ? "?" : classes[c].name;
  const meant = c => c < 0 ? "no answer" : nameOf(c) + (classes[c].meaning ? `, ${classes[c].meaning}` : "");
  const colourOf = c => `var(--${c < 0 ? "neutral-0" : classes[c].hue})`;
  const letterOf = i => nameOf(label[i]) + (label[i] >= 0 && isDoubtful(i) ? "?" : "");
  const interval = i => i > 0 && i < count && follows[i] ? (at[i] - at[i - 1]) / rate : NaN;
  // The first beat at or after a sample.
  const firstFrom = place => {
    let low = 0, high = count;
    while (low < high) { const middle = low + high >> 1; if (at[middle] < place) low = middle + 1; else high = middle; }
    return low;
  };
  const nearest = place => {
    const i = firstFrom(place);
    return i === count || i > 0 && place - at[i - 1] < at[i] - place ? i - 1 : i;
  };

  const isToScale = data.millivolts !== null, factor = data.millivolts ?? 1;
  const height = value => (value - data.baseline) / data.gain * factor;
  // Where nearly all of the signal lies: the strip keeps to it, so that nothing jumps while it moves.
  const reach = (() => {
    const { low, high } = levels[0], all = [];
    for (let i = 0; i < low.length; i++) if (low[i] !== MISSING) all.push(height(low[i]), height(high[i]));
    const sorted = Float64Array.from(all).sort();
    return sorted.length ? [sorted[Math.floor(.002 * (sorted.length - 1))], sorted[Math.ceil(.998 * (sorted.length - 1))]] : [-1, 1];
  })();

  const overview = document.getElementById("overview"), rhythm = document.getElementById("rhythm");
  const speed = document.getElementById("speed"), gain = document.getElementById("gain");
  const span = document.getElementById("span"), kind = document.getElementById("kind");
  const lap = document.getElementById("window"), grids = document.getElementById("grids"), grid = document.getElementById("grid");
  const panel = document.getElementById("chosen"), scale = document.getElementById("scale");
  viewer.hidden = false;
  for (const [value, name] of [[0, "whole recording"], [3600, "1 hour"], [600, "10 minutes"], [60, "1 minute"]]) {
    if (!value || value < seconds) span.append(make("option", { value, textContent: name }));
  }
  span.closest("label").hidden = span.options.length < 2;
  kind.append(make("option", { value: "all", textContent: "all beats" }), make("option", { value: "doubtful", textContent: "flagged beats" }),
    ...data.frequent.map(c => make("option", { value: c, textContent: `class ${nameOf(c)}` })));
  gain.closest("label").hidden = !isToScale;

  let centre = 0, chosen = -1, width = 0, shown = [0, 0], queued = false, stale = true, telling = 0;
  const pxPerSecond = () => speed.value * MM;
  const lengthShown = () => Math.max(.1, (width - GUTTER) / pxPerSecond());
  const startShown = () => clamp(centre - lengthShown() / 2, 0, Math.max(0, seconds - lengthShown()));

  // Overview: one upright line for each pixel, in the colour of the rarest class in it, and a lane for each class.
  const LANE = 13, TALL = 84, EDGE = 26;
  const overviewTo = place => EDGE + (place - shown[0]) / (shown[1] - shown[0]) * (width - EDGE - 4);
  const overviewFrom = x => shown[0] + (x - EDGE) / Math.max(1, width - EDGE - 4) * (shown[1] - shown[0]);
  const drawOverview = () => {
    const wide = +span.value || seconds || 1;
    shown = [0, wide];
    if (wide < seconds) {
      const from = clamp(Math.round((centre - wide / 2) * 10) / 10, 0, seconds - wide);
      shown = [from, from + wide];
    }
    const columns = Math.max(1, Math.floor(width - EDGE - 4)), lanes = data.frequent;
    const rank = new Map(lanes.map((c, i) => [c, i]));
    const per = wide * rate / columns;
    const level = levels.findLast(({ every }) => every <= per) ?? levels[0];
    const y = value => 3 + (reach[1] - clamp(height(value), reach[0], reach[1])) / (reach[1] - reach[0] || 1) * (TALL - 6);
    const rarest = new Int8Array(columns).fill(-1), ticks = lanes.map(() => new Set());
    for (let i = firstFrom(shown[0] * rate); i < count && time(i) <= shown[1]; i++) {
      const column = clamp(Math.floor((at[i] - shown[0] * rate) / per), 0, columns - 1), lane = rank.get(label[i]) ?? -1;
      if (lane < 0) continue;
      rarest[column] = Math.max(rarest[column], lane);
      ticks[lane].add(column);
    }
    const paths = ["", ...lanes.map(() => "")];
    for (let column = 0; column < columns; column++) {
      const first = (shown[0] * rate + column * per) / level.every, last = (shown[0] * rate + (column + 1) * per) / level.every;
      let low = Infinity, high = -Infinity;
      for (let i = Math.floor(first); i < Math.max(last, Math.floor(first) + 1) && i < level.low.length; i++) {
        if (level.low[i] !== MISSING) { low = Math.min(low, level.low[i]); high = Math.max(high, level.high[i]); }
      }
      if (low <= high) {
        const a = y(low), b = y(high);
        paths[rarest[column] + 1] += `M${EDGE + column + .5} ${(Math.max(a, b) + .5).toFixed(1)}V${(Math.min(a, b) - .5).toFixed(1)}`;
      }
    }
    const bottom = TALL + LANE * lanes.length;
    const parts = paths.map((path, i) => path && `<path class="stripe" style="--c:${i ? colourOf(lanes[i - 1]) : "var(--neutral-0)"}" d="${path}"/>`);
    lanes.forEach((c, lane) => {
      const top = TALL + LANE * lane;
      parts.push(`<text class="name end" x="${EDGE - 6}" y="${top + 11}">${escaped(nameOf(c).slice(0, 2))}</text>`,
        `<path class="stripe" style="--c:${colourOf(c)}" d="${[...ticks[lane]].map(column => `M${EDGE + column + .5} ${top + 2}v9`).join("")}"/>`);
    });
    const marks = width < 500 ? 2 : 4;
    for (let i = 0; i <= marks; i++) {
      const place = shown[0] + (shown[1] - shown[0]) * i / marks;
      parts.push(`<text class="tick ${i === marks ? "end" : i ? "middle" : ""}" x="${overviewTo(place).toFixed(1)}" y="${bottom + 15}">${clock(place, 0)}</text>`);
    }
    overview.setAttribute("viewBox", `0 0 ${width} ${bottom + 20}`);
    overview.style.height = `${bottom + 20}px`;
    overview.innerHTML = parts.join("");
    lap.style.height = `${bottom}px`;
  };
  const drawWindow = () => {
    const from = startShown(), to = Math.min(seconds, from + lengthShown());
    const left = clamp(overviewTo(from), EDGE, width - 7), right = clamp(overviewTo(to), EDGE, width - 2);
    lap.style.width = `${Math.max(5, right - left).toFixed(1)}px`;
    lap.style.transform = `translateX(${left.toFixed(1)}px)`;
  };

  // Rhythm strip.
  const TOP = 20, BOTTOM = 20;
  let paperHeight = 0;
  const frame = () => {
    const extent = reach[1] - reach[0];
    paperHeight = isToScale ? clamp(Math.ceil((extent * gain.value + 4) / 5) * 5, 25, 90) : 40;
    const tall = paperHeight * MM;
    rhythm.setAttribute("viewBox", `0 0 ${width} ${TOP + tall + BOTTOM}`);
    rhythm.style.height = `${TOP + tall + BOTTOM}px`;
    const across = Math.ceil((width - GUTTER) / MM) + 6;
    let fine = "", bold = "";
    for (let mm = 0; mm <= across; mm++) { const line = `M${(mm * MM).toFixed(2)} 0V${tall.toFixed(2)}`; if (mm % 5) fine += line; else bold += line; }
    for (let mm = 0; isToScale && mm <= paperHeight; mm++) {
      const line = `M0 ${(mm * MM).toFixed(2)}H${(across * MM).toFixed(2)}`;
      if (mm % 5) fine += line; else bold += line;
    }
    grids.style.cssText = `left:${GUTTER}px;top:${TOP}px;height:${tall}px`;
    grid.setAttribute("viewBox", `0 0 ${across * MM} ${tall}`);
    grid.style.cssText = `width:${across * MM}px;height:${tall}px`;
    grid.innerHTML = `<path class="fine" d="${fine}"/><path class="bold" d="${bold}"/>`;
    const foot = TOP + tall - 5 * MM;
    const pulse = isToScale
      ? `<path class="ecg calibration" d="M${MM} ${foot}v${-gain.value * MM}h${.2 * pxPerSecond()}v${gain.value * MM}"><title>1 mV, 200 ms</title></path>` : "";
    rhythm.innerHTML = `<g class="signal"></g><g class="marks"></g>${pulse}`;
    scale.textContent = `${+speed.value} mm/s, ${isToScale ? `${gain.value} mm/mV` : `heights not to scale (${data.unit})`}. Thin lines 1 mm apart, bold ones 5 mm`
      + `${isToScale ? "; the mark at the left is 1 mV high and 200 ms wide" : ""}. True to size as far as the screen is right about its millimetres.`;
  };
  const traceOf = (from, to, x, y) => {
    let path = "", covered = from * rate, bands = "";
    const per = rate / pxPerSecond(), together = per > 4 ? Math.floor(per) : 1;
    const band = (first, last) => {
      const { every, low, high } = levels[0];
      for (let i = Math.floor(first / every); i * every < last && i < low.length; i++) {
        if (low[i] === MISSING) continue;
        const left = x(Math.max(first, i * every) / rate).toFixed(1), right = x(Math.min(last, (i + 1) * every) / rate).toFixed(1);
        const a = y(height(low[i])), b = y(height(high[i]));
        bands += `M${left} ${Math.min(a, b).toFixed(1)}H${right}V${Math.max(a + 1, b + 1).toFixed(1)}H${left}Z`;
      }
    };
    for (const { from: start, count: length, values } of stretches) {
      if (start + length <= from * rate || start >= to * rate) continue;
      if (start > covered) band(covered, start);
      covered = start + length;
      // From a whole bundle on, so that the same samples are drawn together wherever the window begins.
      let i = Math.max(0, Math.ceil(from * rate) - start);
      i -= i % together;
      const end = Math.min(length, Math.floor(to * rate) - start + 1);
      let down = false;
      const to1 = (place, value) => { path += `${down ? "L" : "M"}${x((start + place) / rate).toFixed(1)} ${y(height(value)).toFixed(1)}`; down = true; };
      for (; i < end; i += together) {
        if (together === 1) {
          if (values[i] === MISSING) down = false; else to1(i, values[i]);
          continue;
        }
        let least = -1, most = -1;
        for (let k = i; k < Math.min(length, i + together); k++) {
          if (values[k] === MISSING) continue;
          if (least < 0 || values[k] < values[least]) least = k;
          if (most < 0 || values[k] > values[most]) most = k;
        }
        if (least < 0) { down = false; continue; }
        const [a, b] = least < most ? [least, most] : [most, least];
        to1(a, values[a]);
        if (b !== a) to1(b, values[b]);
      }
    }
    if (covered < to * rate) band(covered, Math.min(size, to * rate));
    return { path, bands };
  };
  const drawStrip = () => {
    const from = startShown(), to = Math.min(seconds, from + lengthShown()), unit = pxPerSecond(), tall = paperHeight * MM;
    const x = place => clamp(GUTTER + (place - from) * unit, GUTTER, width);
    const middle = (reach[0] + reach[1]) / 2;
    const perUnit = isToScale ? gain.value * MM : (tall - 4 * MM) / (reach[1] - reach[0] || 1);
    const y = value => clamp(TOP + tall / 2 - (value - middle) * perUnit, TOP, TOP + tall);
    grid.style.transform = `translateX(${(-(from * unit % (5 * MM))).toFixed(2)}px)`;
    const { path, bands } = traceOf(from, to, x, y);
    let picked = "";
    if (chosen >= 0) {
      const next = Math.min(chosen + 1 < count ? time(chosen + 1) : Infinity, time(chosen) + 1.5);
      const left = x(time(chosen) - .15), right = x(next - .15);
      if (right > left) picked = `<rect class="pick" x="${left.toFixed(1)}" y="${TOP}" width="${(right - left).toFixed(1)}" height="${tall}"/>`;
    }
    rhythm.querySelector(".signal").innerHTML = `${picked}${bands && `<path class="band" d="${bands}"/>`}<path class="ecg trace" d="${path}"/>`;
    let marks = "", taken = -99, letters = [];
    for (let i = firstFrom(from * rate); i < count && time(i) <= to; i++) {
      const place = x(time(i)), letter = letterOf(i), half = 4.5 * letter.length;
      marks += `<path class="beat" style="--c:${colourOf(label[i])}" d="M${place.toFixed(2)} ${TOP}v8"/>`;
      if (place - half > Math.max(taken, GUTTER - 4) && place + half < width) {
        marks += `<text class="name letter middle" x="${place.toFixed(1)}" y="${TOP - 5}">${escaped(letter)}</text>`;
        taken = place + half + 1;
      }
      letters.push(letter);
    }
    const every = unit * 2 > 130 ? 2 : 4;
    for (let place = Math.ceil(from / every) * every; place <= to; place += every) {
      if (x(place) > GUTTER + 26 && x(place) < width - 28) marks += `<text class="tick middle" x="${x(place).toFixed(1)}" y="${TOP + tall + 15}">${clock(place, 0)}</text>`;
    }
    if (!stretches.some(({ from: start, count: length }) => start < to * rate && start + length > from * rate)) {
      marks += `<text class="tick" x="${GUTTER + 6}" y="${TOP + 22}">outline only</text>`;
    }
    rhythm.querySelector(".marks").innerHTML = marks;
    clearTimeout(telling);
    telling = setTimeout(() => {
      const words = `${clock(from)} to ${clock(to)}, beats ${letters.slice(0, 30).join(" ") || "none"}`;
      for (const slider of [rhythm, overview]) {
        for (const [name, value] of [["min", 0], ["max", Math.round(seconds)], ["now", Math.round(from)], ["text", words]]) slider.setAttribute(`aria-value${name}`, value);
      }
    }, 150);
    rhythm.dataset.from = from;
  };
  const draw = () => {
    queued = false;
    if (!width) return;
    if (stale) { frame(); drawOverview(); stale = false; }
    // A part of the recording follows when the window comes near its end.
    else if (+span.value && (startShown() < shown[0] && shown[0] > 0 || startShown() + lengthShown() > shown[1] && shown[1] < seconds)) drawOverview();
    drawWindow();
    drawStrip();
  };
  const later = () => { if (!queued) { queued = true; requestAnimationFrame(draw); } };
  const moveTo = place => { centre = clamp(place, Math.min(lengthShown() / 2, seconds / 2), Math.max(seconds / 2, seconds - lengthShown() / 2)); later(); };

  // How the model saw a beat: its numbers, shaded where the answer rests on them, and the training beat that it is most like.
  const closerLook = i => {
    const look = data.looks.beats[i];
    if (!look) return [];
    const { rate: per, before: lead, usual, examples } = data.looks, like = look.nearest;
    const shapes = [look.shape, like?.shape ?? []], all = shapes.flat();
    const low = Math.min(...all), high = Math.max(...all), long = Math.max(...shapes.map(shape => shape.length));
    const WIDE = 420, HIGH = 130, FOOT = 18;
    const x = k => 4 + k / Math.max(1, long - 1) * (WIDE - 8), y = value => 6 + (high - value) / (high - low || 1) * (HIGH - 12);
    const line = shape => shape.map((value, k) => `${k ? "L" : "M"}${x(k).toFixed(1)} ${y(value).toFixed(1)}`).join("");
    const most = Math.max(...look.drops, 0), step = x(1) - x(0);
    const shade = look.drops.map((drop, k) => drop > .05 * most && drop >= 10
      ? `<rect x="${(x(k) - step / 2).toFixed(1)}" y="0" width="${(step + .4).toFixed(1)}" height="${HIGH}" opacity="${(.5 * drop / most).toFixed(2)}"/>` : "").join("");
    let ticks = "";
    for (let ms = -400; ms <= 1600; ms += 200) {
      const k = (ms / 1000 + lead) * per;
      if (k >= 0 && k <= long - 1) ticks += `<text class="tick ${k < 8 ? "" : k > long - 9 ? "end" : "middle"}" x="${x(k).toFixed(1)}" y="${HIGH + 14}">${ms}${ms ? "" : " ms"}</text>`;
    }
    const svg = `<svg class="look" viewBox="0 0 ${WIDE} ${HIGH + FOOT}" role="img" aria-label="The beat as the model sees it">`
      + `<g class="shade">${shade}</g>${like ? `<path class="like" d="${line(like.shape)}"/>` : ""}<path class="own" d="${line(look.shape)}"/>${ticks}</svg>`;
    const texts = [most >= 10
      ? `The beat as the model sees it. Shaded: where hiding a stretch takes most off the probability, up to ${(most / 10).toFixed(0)} points.`
      : "The beat as the model sees it. No stretch of it that is hidden takes a point off the probability."];
    if (like) {
      texts.push(`Dashed: the nearest of ${examples} training beats, class ${like.label}${like.record ? `, record ${like.record}` : ""}; distance ${like.distance.toFixed(2)}, usual up to ${usual.toFixed(2)}.`);
    }
    const figure = make("figure", { className: "look" });
    figure.innerHTML = svg;
    figure.append(make("figcaption", { textContent: texts.join(" ") }));
    return [figure];
  };

  // A beat that was chosen: what the model answered, and where it lies among all others.
  const fact = text => make("p", { textContent: text });
  const tell = () => {
    if (chosen < 0) { panel.replaceChildren(); return; }
    const i = chosen, parts = [];
    const title = make("h3", { textContent: `Beat ${i + 1} of ${count}, at ${clock(time(i), 3)}: ${meant(label[i])}` });
    if (label[i] >= 0) {
      const order = classes.map((_, c) => c).sort((a, b) => chances[i * classes.length + b] - chances[i * classes.length + a]);
      parts.push(make("ul", {}, ...order.map(c => {
        const share = chances[i * classes.length + c] / 1000, bar = make("i");
        bar.style.cssText = `--c:${colourOf(c)};width:${share * 100}%`;
        return make("li", {}, make("span", {}, make("b", { textContent: nameOf(c) }), classes[c].meaning ? ` ${classes[c].meaning}` : ""),
          make("span", { className: "bar" }, bar), make("output", { textContent: `${(share * 100).toFixed(1)} %` }));
      })));
      parts.push(fact(second[i] < 0 ? "No other class comes into question." : `Second: ${meant(second[i])}.`));
    }
    for (const flag of data.flags[flags[i]]) parts.push(fact(`${flag}: ${data.meanings[flag] ?? ""}.`));
    if (mark[i] >= 0) parts.push(fact(`By the marks: ${meant(mark[i])}${label[i] >= 0 && mark[i] !== label[i] ? "; the model differs" : ""}.`));
    const told = [[i, "before"], [i + 1, "after"]].map(([k, word]) => [interval(k), word]).filter(([rr]) => rr === rr);
    if (told.length) parts.push(fact(`RR ${told.map(([rr, word]) => `${word} ${(1000 * rr).toFixed(0)} ms`).join(", ")}.`));
    panel.replaceChildren(title, ...parts, ...closerLook(i));
  };

  const plots = [["lorenz", i => [interval(i), interval(i + 1)]], ["tachogram", i => [time(i) / data.timeUnit, interval(i)]]]
    .flatMap(([id, place]) => [...document.querySelectorAll(`#${id} .chart`)].map(chart => {
      const svg = chart.querySelector("svg");
      const axes = [svg.dataset.x, svg.dataset.y].map(text => {
        const [low, high, from, to] = text.split(" ").map(Number);
        return { to: value => from + (value - low) / (high - low) * (to - from), holds: value => value >= low && value <= high };
      });
      const ring = document.createElementNS("http://www.w3.org/2000/svg", "circle");
      ring.setAttribute("class", "ring");
      ring.setAttribute("r", 7);
      const spot = i => {
        const values = place(i);
        return values.every((value, k) => axes[k].holds(value) && value <= (k || id === "lorenz" ? 3 : Infinity)) ? values.map((value, k) => axes[k].to(value)) : null;
      };
      const show = () => {
        const found = chosen >= 0 && spot(chosen);
        if (!found) { ring.remove(); return; }
        ring.setAttribute("cx", found[0]);
        ring.setAttribute("cy", found[1]);
        svg.append(ring);
      };
      const spots = Array.from({ length: count }, (_, i) => spot(i));
      svg.addEventListener("click", event => {
        const box = svg.getBoundingClientRect(), unit = svg.viewBox.baseVal.width / box.width;
        const x = (event.clientX - box.left) * unit, y = (event.clientY - box.top) * unit;
        let found = -1, least = 24 ** 2;
        spots.forEach((one, i) => {
          const far = one ? (one[0] - x) ** 2 + (one[1] - y) ** 2 : Infinity;
          if (far < least) { least = far; found = i; }
        });
        if (found >= 0) choose(found);
      });
      chart.tabIndex = 0;
      chart.setAttribute("role", "group");
      chart.setAttribute("aria-label", `${chart.dataset.title}: one beat after the other with the arrow keys`);
      chart.addEventListener("keydown", event => {
        const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (!way || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        for (let i = chosen < 0 && way < 0 ? count - 1 : chosen + way; i >= 0 && i < count; i += way) if (spots[i]) { choose(i); return; }
      });
      return show;
    }));

  const choose = i => {
    chosen = i;
    moveTo(time(i));
    tell();
    plots.forEach(show => show());
  };
  const go = way => {
    const fits = i => kind.value === "all" || (kind.value === "doubtful" ? isDoubtful(i) : label[i] === +kind.value);
    const here = chosen >= 0 ? chosen : (way > 0 ? firstFrom(startShown() * rate) - 1 : nearest(centre * rate) + 1);
    for (let i = here + way; i >= 0 && i < count; i += way) if (fits(i)) { choose(i); return; }
  };
  document.getElementById("before").onclick = () => go(-1);
  document.getElementById("after").onclick = () => go(1);

  for (const slider of [rhythm, overview]) {
    slider.addEventListener("keydown", event => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const now = startShown() + lengthShown() / 2, much = slider === rhythm ? lengthShown() : (shown[1] - shown[0]) / 5;
      const place = {
        ArrowRight: now + much / 5, ArrowUp: now + much / 5, ArrowLeft: now - much / 5, ArrowDown: now - much / 5,
        PageDown: now + much, PageUp: now - much, Home: 0, End: seconds,
      }[event.key];
      const way = { n: 1, p: -1 }[event.key.toLowerCase()];
      if (place === undefined && !way) return;
      event.preventDefault();
      if (way) go(way); else moveTo(place);
    });
  }
  const dragged = (element, begin, move, end) => {
    element.addEventListener("pointerdown", event => {
      if (event.button) return;
      element.setPointerCapture(event.pointerId);
      begin(event);
      element.onpointermove = move;
      element.onpointerup = done => { element.onpointermove = element.onpointerup = null; end?.(done); };
      element.onpointercancel = () => { element.onpointermove = element.onpointerup = null; };
    });
  };
  const xOf = (element, event) => event.clientX - element.getBoundingClientRect().left;
  const follow = event => moveTo(overviewFrom(xOf(overview, event)));
  dragged(overview, follow, follow);
  let grip = null;
  dragged(rhythm, event => { grip = { x: event.clientX, place: startShown() + lengthShown() / 2, moved: false }; }, event => {
    if (Math.abs(event.clientX - grip.x) > 4) grip.moved = true;
    if (grip.moved) moveTo(grip.place - (event.clientX - grip.x) / pxPerSecond());
  }, event => {
    if (grip.moved || !count) return;
    const place = (startShown() + (xOf(rhythm, event) - GUTTER) / pxPerSecond()) * rate, i = nearest(place);
    if (Math.abs(at[i] - place) < rate) choose(i);
  });
  const renew = () => { stale = true; later(); };
  speed.onchange = gain.onchange = span.onchange = renew;

  // Links to beats, from tables and from outside.
  const beatOf = hash => /^#beat-\d+$/.test(hash) && +hash.slice(6) <= count ? +hash.slice(6) - 1 : -1;
  const lookAt = hash => {
    const i = beatOf(hash);
    if (i < 0) return false;
    choose(i);
    document.getElementById("strip").scrollIntoView();
    rhythm.focus({ preventScroll: true });
    return true;
  };
  document.addEventListener("click", event => {
    const link = event.target.closest?.("a[href^='#beat-']");
    if (link && lookAt(link.getAttribute("href"))) event.preventDefault();
  });
  addEventListener("hashchange", () => lookAt(location.hash));

  new ResizeObserver(() => {
    const now = rhythm.clientWidth;
    if (now && now !== width) { width = now; renew(); }
  }).observe(rhythm);
  width = rhythm.clientWidth;
  for (const slider of [rhythm, overview]) slider.setAttribute("aria-valuenow", 0);
  moveTo(0);
  draw();
  if (location.hash) lookAt(location.hash);
})();
