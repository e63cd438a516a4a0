namespace WeddingStudio.Engine.Galleries;

/// <summary>Writes a file whole or not at all: under a temporary name beside its place, then renamed.</summary>
internal static class OutputFile
{
    public static async Task WriteAsync(string path, Func<Stream, Task> write, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.part";
        await using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
        {
            await write(file);
            await file.FlushAsync(ct);
        }

        File.Move(draft, path, overwrite: true);
    }
}
