using System.Security.Cryptography;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Galleries.Access;

/// <summary>The secret that guest links are signed with: keys/gallery.key, 32 random bytes only this user can read.</summary>
public sealed class GalleryKey(StudioPaths paths)
{
    private const int KeyBytes = 32;
    private readonly Lazy<byte[]> _key = new(() => ReadOrCreate(Path.Combine(paths.Keys, "gallery.key")));

    /// <summary>128 bits of HMAC-SHA256(key, "galleryId:version"), base64url: 22 characters.</summary>
    public string Token(int galleryId, int version)
    {
        var mac = HMACSHA256.HashData(_key.Value,
            System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant($"{galleryId}:{version}")));
        return System.Buffers.Text.Base64Url.EncodeToString(mac.AsSpan(0, 16));
    }

    private static byte[] ReadOrCreate(string path)
    {
        if (!File.Exists(path))
            Create(path);
        var key = File.ReadAllBytes(path);
        return key.Length == KeyBytes ? key : throw new StudioStoreException(
            new Message("Store.KeyBroken", path, key.Length, KeyBytes));
    }

    /// <summary>Written whole under another name first: a crash never leaves half a key, and of two starters one wins.</summary>
    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft); // Another process was first; its key counts.
        }
    }
}
