using System.IO.Compression;
using System.Text;
using WeddingStudio.Words;

namespace WeddingStudio.Engine.Galleries;

/// <summary>A ZIP of photos, written straight into a response: no temporary file, no waiting.</summary>
internal sealed class PhotoZip : IAsyncDisposable
{
    /// <summary>ZIP knows no time before 1980 and none after 2107.</summary>
    private static readonly DateTime _noTime = new(1980, 1, 1);

    private const string NotIncluded = "not-included.txt";

    private readonly PatientStream _response;
    private readonly ZipArchive _zip;
    private readonly TimeZoneInfo _zone;
    private readonly List<string> _missing = [];

    private PhotoZip(PatientStream response, ZipArchive zip, TimeZoneInfo zone) => (_response, _zip, _zone) = (response, zip, zone);

    /// <param name="output">Need not seek; is only written to asynchronously.</param>
    /// <param name="zone">The wedding's: ZIP stores wall-clock time.</param>
    public static async Task<PhotoZip> OpenAsync(Stream output, TimeZoneInfo zone, CancellationToken ct)
    {
        var response = new PatientStream(output);
        return new PhotoZip(response,
            await ZipArchive.CreateAsync(response, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct), zone);
    }

    /// <summary>Names in the ZIP that no photo may have, whatever it is called on disk.</summary>
    public static HashSet<string> TakenNames() => new(StringComparer.OrdinalIgnoreCase) { NotIncluded };

    /// <summary>Stored, not deflated: photos do not get smaller.</summary>
    public async Task AddAsync(string name, Stream content, DateTime? takenAtUtc, CancellationToken ct)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = new DateTimeOffset(LocalTime(takenAtUtc), TimeSpan.Zero);
        await using var inside = await entry.OpenAsync(ct);
        await content.CopyToAsync(inside, ct);
    }

    public void Miss(string name) => _missing.Add(name);

    /// <summary>Says in the ZIP itself which photos are not in it.</summary>
    public async Task SayWhatIsMissingAsync(StudioWords words, CancellationToken ct)
    {
        if (_missing.Count > 0)
            await AddAsync(NotIncluded, new MemoryStream(Encoding.UTF8.GetBytes(
                $"{words["Galleries.NotIncluded"]}\r\n{string.Join("\r\n", _missing)}\r\n")), null, ct);
    }

    private DateTime LocalTime(DateTime? utc)
    {
        if (utc is not { } time)
            return _noTime;
        var local = DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(time, _zone), DateTimeKind.Unspecified);
        return local.Year is >= 1980 and <= 2107 ? local : _noTime;
    }

    public async ValueTask DisposeAsync()
    {
        await _zip.DisposeAsync();
        await _response.DisposeAsync();
    }
}
