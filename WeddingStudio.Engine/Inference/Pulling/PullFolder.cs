using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Inference.Pulling;

/// <summary>
/// The hidden folder a pack grows in, inside the models directory so that the finished pack is one rename away; held by
/// one pull at a time. It outlives a pull that ended early, and the next one goes on with what is in it.
/// </summary>
internal sealed class PullFolder : IDisposable
{
    private const string PackName = "pack";

    private readonly string _root;
    private readonly string _name;
    private readonly FileStream _lock;

    private PullFolder(string root, string name, FileStream held) => (_root, _name, _lock) = (root, name, held);

    /// <summary>What becomes the pack. One level further in than packs are looked for, so nobody takes it for one before.</summary>
    public string Pack => Path.Combine(_root, PackName);

    /// <summary>Where a broken pack of the same name waits until the new one stands in its place.</summary>
    private string Replaced => Path.Combine(_root, "replaced");

    /// <summary>Where it stays if it holds what the new one does not: somebody may miss it.</summary>
    private string KeptAside => Path.Combine(Path.GetDirectoryName(_root)!, $".{_name}.replaced");

    /// <summary>Throws <see cref="ModelPackException"/> where another pull works, or nobody may write.</summary>
    public static PullFolder Take(string models, string name)
    {
        var root = RootOf(models, name);
        var lockFile = Path.Combine(models, $".{name}.lock");
        try
        {
            Directory.CreateDirectory(root);
            return new PullFolder(root, name,
                new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException error) when (File.Exists(lockFile))
        {
            throw new ModelPackException($"'{name}' is being pulled into '{models}' by another WeddingStudio. "
                + "Wait until it is done, or stop it.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelPackException(
                $"'{models}' cannot be written: {error.Message} Name a folder that you may write to with --models, "
                + $"Studio:ModelsDirectory or {ModelLibrary.EnvironmentVariable}.", error);
        }
    }

    /// <summary>How much of a pack an earlier pull left here.</summary>
    public static long BytesHere(string models, PackSource source) => source.Downloads
        .Sum(file => new FileInfo(PathOf(RootOf(models, source.Name), source, file)) is { Exists: true } there
            ? Math.Min(there.Length, file.Bytes) : 0);

    /// <summary>
    /// Where a download of <paramref name="source"/> lies while it grows: single files right where they belong in the pack.
    /// </summary>
    public string PathOf(PackSource source, SourceFile file) => PathOf(_root, source, file);

    /// <summary>Where the server's mark of that version of the file is kept.</summary>
    public string MarkOf(SourceFile file) => Path.Combine(_root, $"{file.Sha256}.mark");

    /// <summary>Puts the finished pack in its place with one rename and clears up.</summary>
    /// <returns>Where what was there before is kept; null when it brought nothing of its own.</returns>
    public string? MoveTo(string target)
    {
        if (Directory.Exists(Replaced))
            Directory.Delete(Replaced, recursive: true);
        if (Directory.Exists(target))
            Directory.Move(target, Replaced);
        Directory.Move(Pack, target);
        var isMissed = Directory.Exists(Replaced) && Files(Replaced).Except(Files(target)).Any() && !Directory.Exists(KeptAside);
        if (isMissed)
            Directory.Move(Replaced, KeptAside);
        Directory.Delete(_root, recursive: true);
        return isMissed ? KeptAside : null;
    }

    private static string RootOf(string models, string name) => Path.Combine(models, $".{name}.part");

    private static string PathOf(string root, PackSource source, SourceFile file) =>
        Path.Combine(root, source.Archive is null ? PackName : "", file.Path);

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file));

    public void Dispose() => _lock.Dispose();
}
