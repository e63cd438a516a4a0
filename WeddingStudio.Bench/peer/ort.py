"""ONNX Runtime by its C interface, without any package: the very library that the studio uses.

The interface is a table of functions whose order never changes (onnxruntime_c_api.h); numbers below are places in it.
"""
import ctypes
import numpy as np

_VERSION = 14
_PLACES = dict(GetErrorMessage=2, CreateEnv=3, CreateSession=7, Run=9, CreateSessionOptions=10, SetSessionGraphOptimizationLevel=23,
               SetIntraOpNumThreads=24, SessionGetInputCount=30, SessionGetOutputCount=31, SessionGetInputName=36, SessionGetOutputName=37,
               CreateTensorWithDataAsOrtValue=49, GetTensorMutableData=51, GetDimensionsCount=61, GetDimensions=62, GetTensorTypeAndShape=65,
               CreateCpuMemoryInfo=69, GetAllocatorWithDefaultOptions=78, ReleaseValue=96, ReleaseTensorTypeAndShapeInfo=99)
_ERROR, _FLOAT, _ALL_OPTIMISATIONS, _ARENA, _DEFAULT = 3, 1, 99, 1, 0
_VOID, _SIZE = ctypes.c_void_p, ctypes.c_size_t


class Runtime:
    """One environment; sessions are opened by `session`."""

    def __init__(self, library):
        base = ctypes.CDLL(library).OrtGetApiBase
        base.restype = ctypes.POINTER(_VOID)
        table = ctypes.CFUNCTYPE(ctypes.POINTER(_VOID), ctypes.c_uint32)(base()[0])(_VERSION)
        self._f = {name: ctypes.CFUNCTYPE(_VOID)(table[place]) for name, place in _PLACES.items()}
        message = self._f["GetErrorMessage"]
        message.restype = ctypes.c_char_p
        self.environment = self.new("CreateEnv", ctypes.c_int(_ERROR), b"peer")
        self.memory = self.new("CreateCpuMemoryInfo", ctypes.c_int(_ARENA), ctypes.c_int(_DEFAULT))
        self.allocator = self.new("GetAllocatorWithDefaultOptions")

    def call(self, name, *arguments):
        """Throws RuntimeError with the library's own words."""
        status = self._f[name](*arguments)
        if status:
            raise RuntimeError(ctypes.cast(self._f["GetErrorMessage"](_VOID(status)), ctypes.c_char_p).value.decode())

    def new(self, name, *arguments):
        made = _VOID()
        self.call(name, *arguments, ctypes.byref(made))
        return made

    def release(self, name, value):
        self._f[name](value)

    def session(self, path, threads):
        return Session(self, path, threads)


class Session:
    """A model of one float32 input."""

    def __init__(self, runtime, path, threads):
        self._runtime = runtime
        options = runtime.new("CreateSessionOptions")
        runtime.call("SetIntraOpNumThreads", options, ctypes.c_int(threads))
        runtime.call("SetSessionGraphOptimizationLevel", options, ctypes.c_int(_ALL_OPTIMISATIONS))
        self._session = runtime.new("CreateSession", runtime.environment, path.encode(), options)
        self.inputs, self.outputs = self._names("Input"), self._names("Output")

    def run(self, tensor):
        """float32 array in, {name of output: float32 array} out."""
        runtime = self._runtime
        tensor = np.ascontiguousarray(tensor, dtype=np.float32)
        shape = (ctypes.c_int64 * tensor.ndim)(*tensor.shape)
        value = runtime.new("CreateTensorWithDataAsOrtValue", runtime.memory, tensor.ctypes.data_as(_VOID), _SIZE(tensor.nbytes),
                            shape, _SIZE(tensor.ndim), ctypes.c_int(_FLOAT))
        results = (_VOID * len(self.outputs))()
        runtime.call("Run", self._session, None, (ctypes.c_char_p * 1)(*self.inputs[:1]), ctypes.byref(value), _SIZE(1),
                     (ctypes.c_char_p * len(self.outputs))(*self.outputs), _SIZE(len(self.outputs)), results)
        runtime.release("ReleaseValue", value)
        return {name.decode(): self._take(_VOID(result)) for name, result in zip(self.outputs, results)}

    def _take(self, value):
        runtime = self._runtime
        info = runtime.new("GetTensorTypeAndShape", value)
        count = _SIZE()
        runtime.call("GetDimensionsCount", info, ctypes.byref(count))
        shape = (ctypes.c_int64 * count.value)()
        runtime.call("GetDimensions", info, shape, count)
        data = runtime.new("GetTensorMutableData", value)
        length = int(np.prod(shape[:])) if count.value else 1
        array = np.ctypeslib.as_array(ctypes.cast(data, ctypes.POINTER(ctypes.c_float)), (length,)).reshape(shape[:]).copy()
        runtime.release("ReleaseTensorTypeAndShapeInfo", info)
        runtime.release("ReleaseValue", value)
        return array

    def _names(self, kind):
        runtime = self._runtime
        count = _SIZE()
        runtime.call(f"SessionGet{kind}Count", self._session, ctypes.byref(count))
        return [ctypes.cast(runtime.new(f"SessionGet{kind}Name", self._session, _SIZE(i), runtime.allocator), ctypes.c_char_p).value
                for i in range(count.value)]
