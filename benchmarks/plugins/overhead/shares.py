"""Learns the shares of the classes and gives them to every beat: what it takes is what the protocol takes."""
import beatbench


class Shares:

    def __init__(self, shares):
        self.shares = shares

    def predict(self, samples):
        import numpy as np
        return np.tile(self.shares, (len(samples), 1))


class ClassShares:

    def describe(self):
        return {"id": "shares-in-python", "name": "Class shares in Python", "version": "1",
                "summary": "Gives every beat the shares of the classes.", "libraries": {}, "settings": []}

    def fit(self, training, validation, classes, context):
        import numpy as np
        return Shares(np.bincount(training.labels, minlength=len(classes)) / len(training.labels))


beatbench.serve(ClassShares())
