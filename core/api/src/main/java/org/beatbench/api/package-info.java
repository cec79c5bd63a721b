/**
 * All that a plug-in sees: beats, classifiers, data sets and their settings. Depends on the JDK only (and the null
 * annotations of JSpecify, which are not needed at run time).
 *
 * <h2>A classifier</h2>
 *
 * A jar names a {@link org.beatbench.api.ClassifierProvider} in {@code META-INF/services}. Its settings are a record, described by
 * {@link org.beatbench.api.Hyper}:
 *
 * <pre>
 * public final class MyProvider implements ClassifierProvider&lt;MyProvider.Settings&gt; {
 *
 *     public record Settings(
 *             &#64;Hyper(value = "trees that vote", min = 1, max = 1000, tries = "5") int trees) {}
 *
 *     public ClassifierInfo info() {
 *         return ClassifierInfo.of("my-forest", "My forest", "Lets trees vote", "1");
 *     }
 *
 *     public Settings defaults() {
 *         return new Settings(100);
 *     }
 *
 *     public Classifier create(Settings settings) {
 *         return (training, context) -&gt; MyForest.grow(training, settings.trees(), context);
 *     }
 *
 *     public TrainedModel load(Path folder, LoadContext context) throws IOException {
 *         return MyForest.read(folder, context);
 *     }
 * }
 * </pre>
 *
 * <p>What a fit gets are {@link org.beatbench.api.Beats}, which nobody can change, and a {@link org.beatbench.api.FitContext}: take all
 * chance from its seed, ask its cancellation several times a second, write temporary files into its scratch folder only. What comes
 * of it is a {@link org.beatbench.api.TrainedModel}, which answers several threads at once, each beat for itself, in {@link
 * org.beatbench.api.Predictions}. Learners that go over the beats in passes tell of each by {@link
 * org.beatbench.api.Progress#epoch}. A library that cannot be stopped says {@link
 * org.beatbench.api.ClassifierInfo#notCancellable()}.
 *
 * <h2>A data set</h2>
 *
 * A {@link org.beatbench.api.DatasetProvider}, likewise: it loads {@link org.beatbench.api.Beats} in an order that is always the
 * same, with the {@linkplain org.beatbench.api.Beat#withSubject subject} of each where it is known, for honest divisions rest on it.
 * Its classes are its own. What the columns of a beat are, a {@link org.beatbench.api.Form} says; mostly they are one signal.
 *
 * <h2>What is promised</h2>
 *
 * This is version 1 of the api. A jar says in its manifest for which it was made, {@code Beatbench-Api: 1}; one for another is refused
 * by name, one that does not say so is taken, with a hint. As long as the number is 1, what stands in this package and those below
 * it stays as it is, to the compiler and at run time: types, methods and constructors may come, also methods with a default; none
 * goes or asks for more. Records grow by new components only with a constructor for the old ones; made by their factories, such
 * as {@link org.beatbench.api.ClassifierInfo#of} and the methods that begin with {@code with}, they are written once for all. What
 * is not in these packages is not there for plug-ins: each has a class loader of its own, so its libraries clash with nobody's.
 *
 * <p>What implementations must do beyond compiling is checked by the contract ({@code beatbench-contract}, and {@code beatbench
 * plugin check}). Of what they cannot keep they tell by {@link org.beatbench.api.ClassifierProvider#knownFailures()}.
 */
@NullMarked
package org.beatbench.api;

import org.jspecify.annotations.NullMarked;
