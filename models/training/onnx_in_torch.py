"""Runs a teacher's ONNX file with PyTorch alone, on the CPU or a GPU, so that training needs no second runtime.

Only the operators that the teachers use are here; an unknown one stops with its name.
"""
import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import helper, numpy_helper


class OnnxModel:
    """One ONNX graph. `run(x)` gives {output name: tensor}."""

    def __init__(self, path, device="cpu"):
        graph = onnx.load(str(path)).graph
        self.device = device
        self.constants = {t.name: self._tensor(t) for t in graph.initializer}
        self.input = next(i.name for i in graph.input if i.name not in self.constants)
        self.outputs = [o.name for o in graph.output]
        self.nodes = []
        for node in graph.node:
            attributes = {a.name: helper.get_attribute_value(a) for a in node.attribute}
            if node.op_type == "Constant":
                self.constants[node.output[0]] = self._tensor(attributes["value"])
            elif node.op_type not in OPERATORS:
                raise NotImplementedError(f"{path}: operator {node.op_type}")
            else:
                self.nodes.append((OPERATORS[node.op_type], list(node.input), list(node.output), attributes))

    def _tensor(self, proto):
        array = np.array(numpy_helper.to_array(proto))
        # Whole numbers are shapes and indices: they stay on the CPU, where they are read.
        return torch.from_numpy(array).to(self.device if array.dtype.kind == "f" else "cpu")

    @torch.no_grad()
    def run(self, x):
        values = dict(self.constants)
        values[self.input] = x
        for operator, inputs, outputs, attributes in self.nodes:
            values[outputs[0]] = operator(attributes, *[values[name] if name else None for name in inputs])
        return {name: values[name] for name in self.outputs}


def _padded(x, attributes, fill=0.0):
    """The picture with the node's padding written out: ONNX pads may differ from side to side."""
    pads = attributes.get("pads", [0, 0, 0, 0])
    assert attributes.get("auto_pad", b"NOTSET") in (b"NOTSET", b"VALID")
    top, left, bottom, right = pads
    if (top, left) == (bottom, right) and fill == 0.0:
        return x, (top, left)
    return F.pad(x, (left, right, top, bottom), value=fill), (0, 0)


def _conv(a, x, weight, bias=None):
    x, padding = _padded(x, a)
    strides, dilations, groups = a.get("strides", [1, 1]), a.get("dilations", [1, 1]), a.get("group", 1)
    if x.device.type == "cpu" and not torch.is_autocast_cpu_enabled():
        # With one thread and one picture PyTorch would take its plain loop, which is many times slower.
        return torch.mkldnn_convolution(x, weight, bias, padding, strides, dilations, groups)
    return F.conv2d(x, weight, bias, strides, padding, dilations, groups)


def _max_pool(a, x):
    x, _ = _padded(x, a, float("-inf"))
    return F.max_pool2d(x, a["kernel_shape"], a.get("strides", [1, 1]), ceil_mode=bool(a.get("ceil_mode", 0)))


def _average_pool(a, x):
    x, padding = _padded(x, a)
    return F.avg_pool2d(x, a["kernel_shape"], a.get("strides", [1, 1]), padding,
                        count_include_pad=bool(a.get("count_include_pad", 0)))


def _gemm(a, x, weight, bias=None):
    weight = weight if a.get("transB", 0) else weight.T
    return F.linear(x, weight, bias)


def _prelu(a, x, slope):
    return torch.where(x >= 0, x, x * slope)


def _clip(a, x, low=None, high=None):
    low = a.get("min", -np.inf) if low is None else float(low)
    high = a.get("max", np.inf) if high is None else float(high)
    return x.clamp(low, high)


def _reshape(a, x, shape):
    sizes = shape.tolist()
    return x.reshape([x.shape[i] if n == 0 else n for i, n in enumerate(sizes)])


def _slice(a, x, starts=None, ends=None, axes=None, steps=None):
    starts = a["starts"] if starts is None else starts.tolist()
    ends = a["ends"] if ends is None else ends.tolist()
    axes = a.get("axes", range(len(starts))) if axes is None else axes.tolist()
    steps = [1] * len(starts) if steps is None else steps.tolist()
    index = [slice(None)] * x.dim()
    for start, end, axis, step in zip(starts, ends, axes, steps):
        if step < 0:  # only whole-axis reversals occur in these files
            x = x.flip(axis)
        else:
            index[axis] = slice(start, end, step)
    return x[tuple(index)]


def _pad(a, x, pads=None, value=None):
    pads = a["pads"] if pads is None else pads.tolist()
    half = len(pads) // 2
    order = [n for axis in reversed(range(half)) for n in (pads[axis], pads[half + axis])]
    return F.pad(x, order, value=float(value) if value is not None else a.get("value", 0.0))


def _resize(a, x, roi=None, scales=None, sizes=None):
    assert a.get("mode", b"nearest") == b"nearest"
    size = sizes.tolist()[2:] if sizes is not None else [int(n * s) for n, s in zip(x.shape[2:], scales.tolist()[2:])]
    return F.interpolate(x, size=size, mode="nearest")


def _gather(a, x, indices):
    axis = a.get("axis", 0)
    if indices.dim() == 0:
        return x.select(axis, int(indices))
    return x.index_select(axis, indices.flatten().to(x.device)).reshape(
        x.shape[:axis] + indices.shape + x.shape[axis + 1:])


def _unsqueeze(a, x, axes=None):
    for axis in sorted(a["axes"] if axes is None else axes.tolist()):
        x = x.unsqueeze(axis)
    return x


def _reduce_mean(a, x):
    return x.mean(dim=a["axes"], keepdim=bool(a.get("keepdims", 1)))


def _constant_of_shape(a, shape):
    value = torch.from_numpy(np.array(numpy_helper.to_array(a["value"]))) if "value" in a else torch.zeros(1)
    return value.expand(shape.tolist()).clone()


_CAST = {1: torch.float32, 6: torch.int32, 7: torch.int64}

OPERATORS = {
    "Add": lambda a, x, y: x + y, "Sub": lambda a, x, y: x - y, "Mul": lambda a, x, y: x * y,
    "Div": lambda a, x, y: x / y if x.is_floating_point() else x // y, "MatMul": lambda a, x, y: x @ y,
    "Relu": lambda a, x: F.relu(x), "LeakyRelu": lambda a, x: F.leaky_relu(x, a.get("alpha", 0.01)), "PRelu": _prelu,
    "Sigmoid": lambda a, x: torch.sigmoid(x), "Softmax": lambda a, x: torch.softmax(x, a.get("axis", -1)), "Clip": _clip,
    "Conv": _conv, "Gemm": _gemm, "MaxPool": _max_pool, "AveragePool": _average_pool, "ReduceMean": _reduce_mean,
    "Reshape": _reshape, "Transpose": lambda a, x: x.permute(a["perm"]), "Slice": _slice, "Pad": _pad, "Resize": _resize,
    "Gather": _gather, "Flatten": lambda a, x: x.flatten(a.get("axis", 1)), "Unsqueeze": _unsqueeze, "Identity": lambda a, x: x,
    "Concat": lambda a, *xs: torch.cat([x.to(xs[0].device) for x in xs], a["axis"]),
    "Shape": lambda a, x: torch.tensor(x.shape), "Cast": lambda a, x: x.to(_CAST[a["to"]]),
    "ConstantOfShape": _constant_of_shape,
}
