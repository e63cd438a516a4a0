using System.Text;
using NetVips;
using WeddingStudio.Drawn;
using WeddingStudio.Drawn.Day;
using WeddingStudio.Drawn.Portraits;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Bench.Casting;

/// <summary>All drawn people side by side, faces about 150 px wide.</summary>
internal static class CastSheet
{
    private const int Columns = 8;
    private const double Cell = 240;

    public static void Write(IReadOnlyList<CastMember> cast, string path)
    {
        VipsSetup.Ensure();
        var rows = (cast.Count + Columns - 1) / Columns;
        var scale = 1000 / (rows * Cell);
        var svg = new Svg();
        svg.Rectangle(0, 0, 9999, 1000, "#ccd6d2");
        for (var i = 0; i < cast.Count; i++)
        {
            var head = new Spot(i % Columns * Cell + Cell / 2, i / Columns * Cell + Cell * .46) * scale;
            var random = new Random(i);
            CastFace.Draw(svg, cast[i].Looks, head, 84 * scale, new Pose(random.Next(-14, 15), 0, random.Next(-5, 6)),
                new Mood(random.NextDouble()), .5);
        }

        using var picture = Image.SvgloadBuffer(
            Encoding.UTF8.GetBytes(svg.Picture(Columns * Cell * scale, (int)(Columns * Cell), (int)(rows * Cell))));
        picture.WriteToFile(path);
    }
}
