namespace WeddingStudio.Engine.Data.Backups;

/// <summary>The list of contents of a backup, `backup.json` in it, written last: a backup without it is none.</summary>
/// <param name="Format">How the file is made.</param>
/// <param name="Schema">The database's last migration.</param>
/// <param name="Counts">How much of what, counted in the copy.</param>
/// <param name="Files">Everything that is in it.</param>
/// <param name="ReadInPlace">Photos it does not hold: they lie in folders of their own.</param>
/// <param name="Links">What was not followed, by name.</param>
public sealed record BackupContents(
    int Format, DateTime CreatedAt, string Schema, BackupCounts Counts, IReadOnlyList<BackupEntry> Files,
    IReadOnlyList<PhotosElsewhere> ReadInPlace, IReadOnlyList<string> Links)
{
    internal const int ThisFormat = 1;
    internal const string FileName = "backup.json";
    internal const string Database = "studio.db";

    /// <summary>Of all files in it.</summary>
    internal long Bytes() => Files.Sum(file => file.Bytes);
}

/// <param name="Path">Below the data directory, with forward slashes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="ModifiedAt">Set again when it is restored: uploads are known by it.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record BackupEntry(string Path, long Bytes, DateTime ModifiedAt, string Sha256);

public sealed record BackupCounts(int Weddings, int Photos, int Faces, int People, int Guests, int Corrections, int Galleries, int Users);

/// <summary>Photos of one wedding that are read where they lie.</summary>
public sealed record PhotosElsewhere(string Wedding, string Folder, int Photos);

public readonly record struct BackupProgress(long DoneBytes, long TotalBytes);
