using System.IO.Compression;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Inference.Pulling;

/// <summary>Unpacks a zip archive into a folder and nowhere else.</summary>
internal static class PackArchive
{
    public static async Task UnpackAsync(string archive, string folder, CancellationToken ct)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(archive, ct);
            if (zip.Entries.FirstOrDefault(entry => !ModelFileCheck.IsInside(folder, entry.FullName)) is { } stray)
                throw new ModelPackException($"'{archive}' holds '{stray.FullName}', which would leave the pack's folder. "
                    + "Nothing of it was unpacked; do not use it.");
            await zip.ExtractToDirectoryAsync(folder, ct);
        }
        catch (InvalidDataException error)
        {
            throw new ModelPackException($"'{archive}' is no whole zip archive: {error.Message} Delete it and pull the pack again.", error);
        }
        catch (IOException error) when (DiskFull.Is(error))
        {
            Directory.Delete(folder, recursive: true);
            throw new DiskFullException(folder, error);
        }
    }
}
