"""The networks in PyTorch, as a contestant of the duel: reads orders from standard input, answers on standard output.

usage: python3 torch_contestant.py NETWORK MATERIAL THREADS SEED

The protocol is that of the class ContestantProcess. Written for torch 1.13 and later.
"""

import os
import sys
import time

LENGTH, CLASSES = 187, 5
LEAD_IN = 0.1  # share of a turn that is worked and not timed


def networks(torch):
    nn = torch.nn

    class Residual(nn.Module):
        def __init__(self, main, skip):
            super().__init__()
            self.main, self.skip = main, skip

        def forward(self, x):
            return torch.relu(self.main(x) + self.skip(x))

    class MeanOverTime(nn.Module):
        def forward(self, x):
            return x.mean(2)

    class MeanAndMaximum(nn.Module):
        def forward(self, x):
            return torch.cat((x.mean(2), x.amax(2)), 1)

    class LastState(nn.Module):
        def __init__(self, layer):
            super().__init__()
            self.layer = layer

        def forward(self, x):
            _, state = self.layer(x.reshape(-1, LENGTH, 1))
            return (state[0] if isinstance(state, tuple) else state)[0]

    def convolution(inputs, filters, width):
        return nn.Conv1d(inputs, filters, width, padding=width // 2)

    def cnn():
        return nn.Sequential(
            convolution(1, 32, 5), nn.ReLU(), nn.MaxPool1d(2),
            convolution(32, 64, 5), nn.ReLU(), nn.MaxPool1d(2),
            convolution(64, 128, 5), nn.ReLU(), MeanOverTime(),
            nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, CLASSES))

    def resnet(normalized):
        def block(inputs, filters, width):
            return [convolution(inputs, filters, width)] + ([nn.BatchNorm1d(filters)] if normalized else [])

        layers, width = [*block(1, 32, 7), nn.ReLU()], 32
        for filters in (32, 32, 64, 64, 128):
            main = nn.Sequential(*block(width, filters, 5), nn.ReLU(), *block(filters, filters, 5))
            skip = nn.Identity() if filters == width else convolution(width, filters, 1)
            layers += [Residual(main, skip), nn.MaxPool1d(5, 2)]
            width = filters
        return nn.Sequential(*layers, MeanAndMaximum(), nn.Linear(2 * width, CLASSES))

    def narrow():
        layers = [convolution(1, 32, 5), nn.ReLU()]
        for _ in range(5):
            main = nn.Sequential(convolution(32, 32, 5), nn.ReLU(), convolution(32, 32, 5))
            layers += [Residual(main, nn.Identity()), nn.MaxPool1d(5, 2)]
        return nn.Sequential(*layers, nn.Flatten(), nn.Linear(64, CLASSES))

    def lstm():
        return nn.Sequential(LastState(nn.LSTM(1, 64, batch_first=True)), nn.Linear(64, CLASSES))

    def gru():
        return nn.Sequential(LastState(nn.GRU(1, 64, batch_first=True)), nn.Linear(64, CLASSES))

    return {
        "cnn": cnn,
        "resnet": lambda: resnet(normalized=False),
        "resnet-bn": lambda: resnet(normalized=True),
        "resnet-32": narrow,
        "lstm": lstm,
        "gru": gru,
    }


class Contestant:
    def __init__(self, torch, network, material, threads, seed):
        import numpy

        torch.set_num_threads(threads)
        torch.manual_seed(seed)
        self.torch = torch
        self.network = networks(torch)[network]()
        self.optimizer = torch.optim.Adam(self.network.parameters(), lr=0.001)
        self.loss = torch.nn.CrossEntropyLoss()

        def samples(name):
            values = numpy.fromfile(f"{material}/{name}.f32", "<f4")
            return torch.from_numpy(values.reshape(-1, 1, LENGTH))

        self.training, self.test = samples("training"), samples("test")
        self.labels = torch.from_numpy(numpy.fromfile(f"{material}/training.u8", "u1").astype("i8"))

    def train(self, first, last):
        self.network.train()
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.loss(self.network(self.training[first:last]), self.labels[first:last])
        loss.backward()
        self.optimizer.step()
        return loss.item()

    def predict(self, first, last):
        self.network.eval()
        with self.torch.inference_mode():
            return self.network(self.test[first:last]).softmax(1).numpy()

    def save(self, folder):
        os.makedirs(folder, exist_ok=True)
        self.torch.save(self.network.state_dict(), os.path.join(folder, "network.pt"))


def rate(contestant, task, batch, seconds):
    """Beats per second, over whole batches for training, and for at least so many seconds."""
    work, rows = (
        (contestant.train, len(contestant.training)) if task == "train" else (contestant.predict, len(contestant.test)))
    first = 0

    def run(budget):
        nonlocal first
        beats, start = 0, time.perf_counter()
        while beats == 0 or time.perf_counter() - start < budget:
            last = min(first + batch, rows)
            work(first, last)
            beats += last - first
            first = 0 if last == rows or task == "train" and last + batch > rows else last
        return beats / (time.perf_counter() - start)

    run(LEAD_IN * seconds)
    return run(seconds)


def singles(contestant, seconds):
    """Median and 99th percentile, by nearest rank, of the microseconds for one beat."""
    rows = len(contestant.test)

    def run(budget):
        times, end = [], time.perf_counter() + budget
        while not times or time.perf_counter() < end:
            row = len(times) % rows
            start = time.perf_counter_ns()
            contestant.predict(row, row + 1)
            times.append((time.perf_counter_ns() - start) / 1000)
        return sorted(times)

    run(LEAD_IN * seconds)
    times = run(seconds)
    return tuple(times[-(-len(times) * percent // 100) - 1] for percent in (50, 99))


def check(answer):
    """A contestant that computes nonsense is not fast."""
    if not (answer >= 0).all() or not (abs(answer.sum(1) - 1) < 1e-3).all():
        raise ValueError("probabilities that are none")


def obey(contestant, order):
    task, rest = order.rstrip("\n").split(" ", 1)
    if task in ("train", "predict"):
        batch, seconds = rest.split()
        done = f" rate={rate(contestant, task, int(batch), float(seconds))!r}"
    elif task == "single":
        median, high = singles(contestant, float(rest))
        done = f" p50={median!r} p99={high!r}"
    elif task == "save":
        contestant.save(rest)
        done = ""
    else:
        raise ValueError("unknown order: " + order)
    if task in ("predict", "single"):
        check(contestant.predict(0, 1))
    return "done" + done


def main(network, material, threads, seed):
    try:
        import torch
    except ImportError:
        print(f"absent {sys.executable} has no module torch", flush=True)
        return
    torch.set_num_interop_threads(1)
    contestant = Contestant(torch, network, material, int(threads), int(seed))
    print(f"ready torch {torch.__version__} in Python", flush=True)
    for order in sys.stdin:
        print(obey(contestant, order), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
