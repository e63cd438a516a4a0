using System.Diagnostics;
using System.Globalization;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Bench.Peers;

/// <summary>`peer/peer.py`: what somebody would write in Python for the same models, with the very ONNX Runtime the studio uses.</summary>
internal static class PeerScript
{
    /// <summary>Photos that OpenCV reads too.</summary>
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png"];

    public static async Task<RunFigures> RunAsync(string python, string photos, ModelPack pack, int threads, CancellationToken ct)
    {
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "peer", "peer.py"), Library(), pack.Folder,
            threads.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start) ?? throw new IOException($"'{python}' cannot be started.");
        var answer = process.StandardOutput.ReadToEndAsync(ct);
        foreach (var photo in Directory.EnumerateFiles(photos, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Endings.Contains(Path.GetExtension(photo), StringComparer.OrdinalIgnoreCase))
                await process.StandardInput.WriteLineAsync(photo.AsMemory(), ct);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? RunFigures.Parse(await answer)
            : throw new IOException($"The script ended with {process.ExitCode}. It needs Python 3 with OpenCV and NumPy: "
                + "name another one with --python.");
    }

    private static string Library()
    {
        string[] places = ["libonnxruntime.so", Path.Combine("runtimes", "linux-x64", "native", "libonnxruntime.so")];
        return places.Select(place => Path.Combine(AppContext.BaseDirectory, place)).FirstOrDefault(File.Exists)
            ?? throw new IOException($"libonnxruntime.so is not beside the program in '{AppContext.BaseDirectory}'.");
    }
}
