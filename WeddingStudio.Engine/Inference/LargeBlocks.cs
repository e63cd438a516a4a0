using System.Runtime.InteropServices;

namespace WeddingStudio.Engine.Inference;

/// <summary>
/// What large blocks of native memory leave behind. glibc raises the size from which a block lies by itself up to 32 MB, as blocks are
/// freed, and then cuts it out of one of a dozen heaps that it never gives back: a quarter gigabyte after two hundred photos. The arena of
/// the models and the pool of pixels keep what they use again, so a fixed size costs nothing (docs/speed-measured.md).
/// </summary>
internal static class LargeBlocks
{
    private const int FromBytes = 2 << 20;

    /// <summary>M_MMAP_THRESHOLD of mallopt(3).</summary>
    private const int OwnMappingFrom = -3;

    /// <summary>From now on; call before the first model is loaded.</summary>
    public static void LieByThemselves()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = Set(OwnMappingFrom, FromBytes);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, which has other habits.
        }
    }

    [DllImport("libc", EntryPoint = "mallopt")]
    private static extern int Set(int parameter, int value);
}
