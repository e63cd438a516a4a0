using System.Buffers.Binary;

namespace WeddingStudio.Tests.Photos.Reading;

/// <summary>Changes files as broken cards, cut transfers and people with bad intentions do; the same seed makes the same changes.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly uint[] Extremes =
        [0, 1, 2, 7, 8, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF];
    private readonly Random _random = new(seed);

    public int Next(int end) => _random.Next(end);

    public byte[] Mutate(IReadOnlyList<byte[]> seeds)
    {
        var file = seeds[_random.Next(seeds.Count)].ToList();
        for (var changes = 1 << _random.Next(5); changes > 0; changes--)
            Change(file, seeds);
        return [.. file];
    }

    /// <summary>A name as browsers send it, with whatever the sender likes in it.</summary>
    public string Name()
    {
        const string odd = "aZ0./\\:*?\"<>|\0\n\u202e\u200f\u00e4\ud83d\ude00\ud800%& ";
        var stem = string.Concat(Enumerable.Range(0, _random.Next(1, 1 << _random.Next(10))).Select(_ => odd[_random.Next(odd.Length)]));
        return stem + new[] { ".jpg", ".jpeg", ".heic", ".png", ".", "", ".jpg ", "/con.jpg", "..jpg" }[_random.Next(9)];
    }

    private void Change(List<byte> file, IReadOnlyList<byte[]> seeds)
    {
        var at = file.Count == 0 ? 0 : _random.Next(file.Count);
        var length = Math.Min(_random.Next(1, 1 << _random.Next(1, 12)), file.Count - at);
        switch (_random.Next(8))
        {
            case 0 when file.Count > 0:
                file[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when file.Count > 0:
                file[at] = (byte)_random.Next(256);
                break;
            case 2:
                file.RemoveRange(at, length);
                break;
            case 3:
                file.InsertRange(at, file.GetRange(at, length));
                break;
            case 4:
                file.RemoveRange(at, file.Count - at);
                break;
            case 5:
                Overwrite(file, at);
                break;
            case 6:
                var other = seeds[_random.Next(seeds.Count)];
                file.InsertRange(at, other.Skip(_random.Next(other.Length)).Take(1 << _random.Next(14)));
                break;
            default:
                file.InsertRange(at, [0xFF, (byte)_random.Next(0xC0, 0x100)]);
                break;
        }
    }

    private void Overwrite(List<byte> file, int at)
    {
        var bytes = new byte[4];
        var value = Extremes[_random.Next(Extremes.Length)];
        if (_random.Next(2) == 0)
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        for (var i = 0; i < 4 && at + i < file.Count; i++)
            file[at + i] = bytes[i];
    }
}
