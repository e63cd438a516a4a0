using System.Runtime.CompilerServices;
using NetVips;

namespace WeddingStudio.Engine.Imaging;

/// <summary>libvips as this engine uses it: one thread per photo (photos run side by side), nothing cached, silent on stderr.</summary>
internal static class VipsSetup
{
    // Kept alive here because native code calls it.
    private static readonly Log.LogDelegate Silent = (_, _, _) => { };

    static VipsSetup()
    {
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning | Enums.LogLevelFlags.Info | Enums.LogLevelFlags.Debug, Silent);
    }

    /// <summary>Call before the first use of NetVips; later calls cost nothing.</summary>
    public static void Ensure() => RuntimeHelpers.RunClassConstructor(typeof(VipsSetup).TypeHandle);
}
