using WeddingStudio.Drawn;
using WeddingStudio.Engine.Photos.Import;

namespace WeddingStudio.Web.Commands;

/// <summary>
/// The folder `demo` draws into: a new or an empty one, or one that holds a drawn wedding and nothing else. A mark lies in it
/// while the drawing goes on, so that an interrupted one is known; `truth.json` is what a finished one is known by.
/// </summary>
internal static class DemoFolder
{
    public const string Photos = "photos", Guests = "guests.csv", Timeline = "timeline.csv";

    private const string Mark = ".being-drawn";
    private static readonly string[] Lists = [TruthFile.FileName, Guests, Timeline];
    private static readonly string[] PhotoKinds = [".jpg", ".jpeg", ".tif", ".tiff"];

    /// <summary>
    /// Makes the folder, or clears it of what an earlier drawing left. Throws <see cref="CommandException"/> before anything is touched.
    /// </summary>
    public static void Prepare(string directory)
    {
        if (File.Exists(directory))
            throw new CommandException($"--out '{directory}' is a file. Name a folder, or one that is to be made.");
        Directory.CreateDirectory(directory);
        var earlier = Drawn(directory);
        File.WriteAllText(Path.Combine(directory, Mark),
            "WeddingStudio is drawing a wedding here. Whatever lies in this folder may be drawn over.\n");

        // The truth goes first: without it nobody takes what is left for a whole wedding.
        foreach (var file in Lists.Select(name => Path.Combine(directory, name)).Concat(earlier))
            File.Delete(file);
    }

    public static void Finish(string directory) => File.Delete(Path.Combine(directory, Mark));

    /// <summary>The photos an earlier drawing left; refuses a folder that holds anything else.</summary>
    private static IReadOnlyList<string> Drawn(string directory)
    {
        var entries = Entries(directory);
        if (entries.Count == 0)
            return [];
        if (entries.FirstOrDefault(entry => !IsOurs(entry)) is { } stranger)
            throw Refusal(directory, stranger.FullName);

        Func<string, bool> isDrawn = File.Exists(Path.Combine(directory, Mark))
            ? photo => PhotoKinds.Contains(Path.GetExtension(photo), StringComparer.OrdinalIgnoreCase)
            : Known(directory, entries[0].FullName).Contains;
        var photos = Below(Path.Combine(directory, Photos));
        var other = photos.FirstOrDefault(
            photo => !isDrawn(Path.GetRelativePath(Path.Combine(directory, Photos), photo).Replace('\\', '/')));
        return other is null ? photos : throw Refusal(directory, other);
    }

    private static bool IsOurs(FileSystemInfo entry) => entry.LinkTarget is null
        && (entry is DirectoryInfo ? entry.Name == Photos : Lists.Contains(entry.Name));

    private static HashSet<string> Known(string directory, string first)
    {
        try
        {
            return [.. TruthFile.Read(Path.Combine(directory, TruthFile.FileName)).Photos.Select(photo => photo.PhotoId)];
        }
        catch (TruthFileException)
        {
            throw Refusal(directory, first);
        }
    }

    private static List<string> Below(string folder)
    {
        List<string> files = [];
        foreach (var entry in Entries(folder))
        {
            // A link leads to what is not ours, even when it bears the name of a drawn photo's folder.
            if (entry is DirectoryInfo { LinkTarget: null })
                files.AddRange(Below(entry.FullName));
            else
                files.Add(entry.FullName);
        }

        return files;
    }

    /// <summary>Without what systems leave behind by themselves, like .DS_Store: that stays where it is.</summary>
    private static List<FileSystemInfo> Entries(string folder) => Directory.Exists(folder)
        ? [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(entry => !PhotoScan.IsIgnored(entry))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)]
        : [];

    private static CommandException Refusal(string directory, string found) => new(
        $"'{directory}' holds '{Path.GetRelativePath(directory, found)}', which is no part of a drawn wedding. "
        + "Nothing was changed. Name an empty folder, or one that is to be made.");
}
