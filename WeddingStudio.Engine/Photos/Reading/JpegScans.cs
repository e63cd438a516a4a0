using System.Buffers.Binary;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>
/// What the scans of a JPEG have sent of its picture: a progressive one sends each coefficient bit by bit (ITU-T T.81, annex G).
/// </summary>
internal sealed class JpegScans
{
    private const int Coefficients = 64;
    private const byte Baseline = 0xC0, Extended = 0xC1, Progressive = 0xC2;

    private readonly List<Component> _components = [];
    private int _widthPx, _heightPx;
    private bool _isProgressive, _lacksIntervals;

    /// <summary>Blocks between restart markers (MCUs); 0 for none.</summary>
    public int RestartInterval { get; set; }

    public bool IsArithmetic { get; private set; }

    public bool AreAllThere => _components.Count > 0 && !_lacksIntervals && _components.All(c => c.MissingBits.All(bits => bits == 0));

    /// <summary>
    /// No picture takes less: a bit for how each block differs from the one before and, where blocks are sent at once, a bit for its end,
    /// as no Huffman code is shorter. Zero for arithmetic and lossless coding, which have no such floor.
    /// </summary>
    public long LeastBytes { get; private set; }

    public void Begin(byte marker, ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 6 || frame.Length < 6 + 3 * frame[5])
            return;
        _components.Clear();
        (_isProgressive, IsArithmetic) = ((marker & 3) == 2, marker > 0xC8);
        (_heightPx, _widthPx) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        for (var at = 6; at < 6 + 3 * frame[5]; at += 3)
            _components.Add(new(frame[at], Math.Max(1, frame[at + 1] >> 4), Math.Max(1, frame[at + 1] & 15)));
        LeastBytes = marker is Baseline or Extended or Progressive ? _components.Sum(c => (long)Blocks([c])) * (_isProgressive ? 1 : 2) / 8
            : 0;
    }

    /// <param name="header">The scan's header.</param>
    /// <param name="intervals">Stretches of data between restart markers that were found in it.</param>
    public void Add(ReadOnlySpan<byte> header, int intervals)
    {
        if (header.Length < 4 || header.Length < 4 + 2 * header[0])
            return;
        var ids = header.Slice(1, 2 * header[0]).ToArray().Where((_, i) => i % 2 == 0).ToArray();
        var sent = _components.Where(c => ids.Contains(c.Id)).ToList();
        var band = header[(1 + 2 * header[0])..];
        var (from, to, bit) = _isProgressive ? (band[0], Math.Min((int)band[1], Coefficients - 1), band[2] & 15) : (0, Coefficients - 1, 0);
        foreach (var component in sent)
            for (var k = from; k <= to; k++)
                component.MissingBits[k] = bit;
        _lacksIntervals = RestartInterval > 0 && sent.Count > 0 && intervals < (Blocks(sent) + RestartInterval - 1) / RestartInterval;
    }

    /// <summary>
    /// Of a scan: of all its components together, or of the only one, whose blocks beyond the picture's edge are not sent.
    /// </summary>
    private int Blocks(List<Component> sent)
    {
        var (across, down) = (_components.Max(c => c.Across), _components.Max(c => c.Down));
        return sent.Count == 1
            ? Eighths(_widthPx * sent[0].Across, across) * Eighths(_heightPx * sent[0].Down, down)
            : Eighths(_widthPx, across) * Eighths(_heightPx, down);
    }

    private static int Eighths(int px, int sampling) => (px + 8 * sampling - 1) / (8 * sampling);

    /// <param name="Id">Its name in the scans' headers.</param>
    /// <param name="Across">Sampling: blocks side by side in one unit of the interleaved picture.</param>
    /// <param name="Down">The same downwards.</param>
    private sealed record Component(byte Id, int Across, int Down)
    {
        /// <summary>Of each coefficient, in zigzag order.</summary>
        public int[] MissingBits { get; } = [.. Enumerable.Repeat(int.MaxValue, Coefficients)];
    }
}
