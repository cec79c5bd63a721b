"""Lets Beatbench use a classifier written in Python. Copy this file beside yours; needs numpy only.

A classifier is an object with

    describe()                                   a dict: id, name, summary, version, libraries, settings, uses_validation
    fit(training, validation, classes, context)  a model; training and validation have .samples (float32, beats x numbers)
                                                 and .labels (int32); context: see Context; validation is None if unused
    load(folder, classes)                        a model that save(folder) wrote

and a model is one with predict(samples) -> probabilities, beats x classes, and save(folder), which every run calls.
`serve(classifier)` answers Beatbench until it hangs up. What is printed goes to the trial's log.
"""
import json, os, queue, sys, threading, traceback
from collections import namedtuple

import numpy as np

PROTOCOL = 1
Beats = namedtuple("Beats", "samples labels")


class Cancelled(Exception):
    """Beatbench does not want the answer any more."""


class Context:
    """What a fit may use besides beats: settings (a dict), seed, threads, scratch (a folder), form (what the numbers are)."""

    def __init__(self, request, send, requests):
        self.settings, self.seed, self.threads = request["settings"], request["seed"], request["threads"]
        self.scratch, self.form = request["scratch"], request["form"]
        self._send, self._requests = send, requests

    def progress(self, stage, done, total):
        """Tells how far the fit is, and raises Cancelled if it is not wanted any more. Call it several times a second."""
        self._tell({"progress": {"stage": stage, "done": int(done), "total": int(total)}})

    def epoch(self, number, planned, **measured):
        """Tells of a pass over the training beats; for the names of what was measured see PROTOCOL.md."""
        self._tell({"epoch": {"number": number, "planned": planned, **measured}})

    def _tell(self, message):
        self._send(message)
        if self._requests.get()["verb"] == "cancel":
            raise Cancelled()


def serve(classifier):
    """Answers requests until Beatbench says bye or is gone."""
    # What the interpreter or a library prints must not come between the lines of the protocol.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    requests = queue.Queue()

    def read():
        for line in sys.stdin:
            requests.put(json.loads(line))
        os._exit(0)  # nobody is there to answer, in mid-fit or not

    def send(message):
        out.write(json.dumps(message, allow_nan=False) + "\n")
        out.flush()

    send({"beatbench": PROTOCOL})
    threading.Thread(target=read, daemon=True).start()
    model = None
    while (request := requests.get()).get("verb") != "bye":
        try:
            verb, answer = request.get("verb"), {}
            if verb == "describe":
                answer = classifier.describe()
            elif verb == "fit":
                training, validation = _beats(request["training"]), _beats(request["validation"])
                model = classifier.fit(training, validation, request["classes"], Context(request, send, requests))
            elif verb == "predict":
                answers = model.predict(np.load(request["samples"]))
                np.save(request["answers"], np.ascontiguousarray(answers, dtype="<f4"))
            elif verb == "save":
                model.save(request["folder"])
            elif verb == "load":
                model = classifier.load(request["folder"], request["classes"])
            elif "beatbench" in request:
                continue
            else:
                raise ValueError(f"unknown verb {verb}")
            send({"ok": answer})
        except Cancelled:
            send({"cancelled": True})
        except Exception as problem:
            traceback.print_exc()
            send({"error": f"{type(problem).__name__}: {problem}"})


def _beats(files):
    return files and Beats(np.load(files["samples"]), np.load(files["labels"]))
