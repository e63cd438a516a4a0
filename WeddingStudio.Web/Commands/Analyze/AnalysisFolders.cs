namespace WeddingStudio.Web.Commands.Analyze;

/// <summary>Looks at the two folders before anything is written.</summary>
internal static class AnalysisFolders
{
    public static void Check(AnalyzeRequest request)
    {
        if (File.Exists(request.Photos))
            throw new CommandException($"'{request.Photos}' is a file. Name the folder that holds the photos.");
        if (!Directory.Exists(request.Photos))
            throw new CommandException($"There is no folder '{request.Photos}'. Check the name, and that its drive is connected.");
        if (File.Exists(request.Results))
            throw new CommandException($"--out '{request.Results}' is a file. Name a folder, or one that is to be made.");

        // Further in is fine: a folder that holds .studio is known as results and never read as photos.
        if (request.Results == request.Photos)
            throw new CommandException("--out is the photo folder itself. Name another folder; one inside of it will do.");

        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(request.Photos).GetEnumerator();
            entries.MoveNext();
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new CommandException(
                $"The folder '{request.Photos}' cannot be read: {error.Message} Give yourself the right to read it.", error);
        }
    }
}
