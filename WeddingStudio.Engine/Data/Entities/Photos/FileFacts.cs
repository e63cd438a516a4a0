namespace WeddingStudio.Engine.Data;

/// <summary>
/// What the system says of a file. While all of it stays the same nobody has written to the file: the time of its last change is the
/// system's own and cannot be set back as the time of modification can.
/// </summary>
/// <param name="Bytes">Length; 0 where it was not kept.</param>
/// <param name="ModifiedAt">UTC; programs set it as they like.</param>
/// <param name="ChangedAt">UTC, of content, name or rights; null where the system keeps no such time, and
/// for photos found before it was kept.</param>
/// <param name="Device">Where it lies.</param>
/// <param name="Inode">Which file of that device it is; null where the system does not tell.</param>
public readonly record struct FileFacts(
    long Bytes, DateTime ModifiedAt, DateTime? ChangedAt = null, long? Device = null, long? Inode = null)
{
    /// <summary>The very file, untouched; false where that cannot be told.</summary>
    public bool IsSameAs(FileFacts other) => Inode is not null && ChangedAt is not null && this == other;

    /// <summary>
    /// Nothing speaks for other content. Devices and inodes do not count: drives get other numbers each time they are plugged in.
    /// </summary>
    public bool LooksLike(FileFacts other) => (Bytes, ModifiedAt) == (other.Bytes, other.ModifiedAt)
        && (ChangedAt is null || other.ChangedAt is null || ChangedAt == other.ChangedAt);
}
