namespace WeddingStudio.Bench;

/// <summary>A folder of one run, gone with all that is in it when disposed.</summary>
internal sealed class BenchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-bench-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
