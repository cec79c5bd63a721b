"""Learns the shares of the classes and gives them to every beat: what it takes is what the protocol takes."""
import json, os

import beatbench


class Shares:

    def __init__(self, shares):
        self.shares = shares

    def predict(self, samples):
        import numpy as np
        return np.tile(self.shares, (len(samples), 1))

    def save(self, folder):
        with open(os.path.join(folder, "shares.json"), "w") as file:
            json.dump(list(self.shares), file)


class ClassShares:

    def describe(self):
        return {"id": "shares-in-python", "name": "Class shares in Python", "version": "1",
                "summary": "Gives every beat the shares of the classes.", "libraries": {}, "settings": []}

    def fit(self, training, validation, classes, context):
        import numpy as np
        return Shares(np.bincount(training.labels, minlength=len(classes)) / len(training.labels))

    def load(self, folder, classes):
        with open(os.path.join(folder, "shares.json")) as file:
            return Shares(json.load(file))


beatbench.serve(ClassShares())
