using WeddingStudio.Engine.Inference.Pulling;

namespace WeddingStudio.Tests.Inference.Pulling;

/// <summary>The pack `open` of the list, and its files as their authors publish them.</summary>
internal static class OpenPack
{
    public static PackSource Listed => ModelSources.Read(Path.Combine(Checkout.Root, "models", ModelSources.FileName)).Find("open");

    /// <summary>Skips the test where they are not at hand.</summary>
    public static IReadOnlyList<string> Originals =>
        [.. Directory.GetFiles(SharedFiles.Require("models/originals"), "*.onnx"), SharedFiles.Require("models/yunet_n_dynamic.onnx")];

    /// <summary>A server of this computer that has them.</summary>
    public static FileServer Server()
    {
        var server = new FileServer([]);
        foreach (var file in Originals)
            server.Named[Path.GetFileName(file)] = File.ReadAllBytes(file);
        return server;
    }

    /// <summary>A stick on which they lie.</summary>
    public static string OnStick(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Originals)
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
    }
}
