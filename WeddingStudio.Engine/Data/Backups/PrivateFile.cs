namespace WeddingStudio.Engine.Data.Backups;

/// <summary>Faces, names and keys are in it: nobody but its user may read it.</summary>
internal static class PrivateFile
{
    /// <summary>A new file; one that is there, or a link, is refused.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
