using System.Runtime.InteropServices;
using WeddingStudio.Engine.Inference;

namespace WeddingStudio.Tests.Inference;

public sealed class QuietRuntimeTests
{
    [Fact]
    public void Native_code_finds_telemetry_switched_off_in_any_program_that_uses_the_engine()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There .NET and native code share one environment.");

        Assert.Equal("1", Environment.GetEnvironmentVariable(QuietRuntime.Switch));
        Assert.Equal("1", Marshal.PtrToStringUTF8(GetNative(QuietRuntime.Switch)));
    }

    [DllImport("libc", EntryPoint = "getenv")]
    private static extern nint GetNative([MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
