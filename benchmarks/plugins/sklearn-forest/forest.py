"""Random forest of scikit-learn (Breiman 2001)."""
import os, pickle
from importlib.metadata import version

import beatbench


class Forest:

    def __init__(self, forest, classes):
        self.forest, self.classes = forest, classes

    def predict(self, samples):
        import numpy as np
        answers = np.zeros((len(samples), self.classes), dtype="float32")
        if len(samples):
            # A class without training beats has no column of its own.
            answers[:, self.forest.classes_] = self.forest.predict_proba(samples)
        return answers

    def save(self, folder):
        with open(os.path.join(folder, "forest.pickle"), "wb") as file:
            pickle.dump(self, file)


class RandomForest:

    def describe(self):
        return {
            "id": "sklearn-forest", "name": "Random forest (scikit-learn)", "version": "1",
            "summary": "The mean vote of trees, each grown on a resample of the beats with a few columns tried at each split.",
            "libraries": {"scikit-learn": version("scikit-learn"), "numpy": version("numpy")},
            "settings": [
                {"name": "trees", "text": "trees that vote", "default": 100, "min": 1, "max": 10000, "tries": [3]},
                {"name": "min-leaf-size", "text": "fewest beats in a leaf", "default": 1, "min": 1, "max": 100000, "tries": [50]},
            ],
        }

    def fit(self, training, validation, classes, context):
        from sklearn.ensemble import RandomForestClassifier
        forest = RandomForestClassifier(
            n_estimators=0, warm_start=True, min_samples_leaf=context.settings["min-leaf-size"],
            random_state=context.seed % 2**32, n_jobs=context.threads)
        trees = context.settings["trees"]
        for done in range(0, trees, 2):
            context.progress("tree", done, trees)
            forest.set_params(n_estimators=min(trees, done + 2))
            forest.fit(training.samples, training.labels)
        return Forest(forest, len(classes))

    def load(self, folder, classes):
        with open(os.path.join(folder, "forest.pickle"), "rb") as file:
            return pickle.load(file)


beatbench.serve(RandomForest())
