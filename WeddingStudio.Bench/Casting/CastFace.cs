using System.Numerics.Tensors;
using System.Text;
using NetVips;
using WeddingStudio.Drawn;
using WeddingStudio.Drawn.Day;
using WeddingStudio.Drawn.Portraits;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Bench.Casting;

/// <summary>One candidate as the models see it in a handful of poses.</summary>
/// <param name="Embeddings">[poses][dim], unit length; the first is the neutral face.</param>
/// <param name="Flaws">0 when every blink, open eye and smile is read rightly; grows with each that is not.</param>
internal sealed record CastFace(CastMember Member, float[][] Embeddings, double Flaws)
{
    private const int SizePx = 320;
    private const double ShutAspect = .11;
    private const double OpenAspect = .20;
    private const double Smiling = .70;
    private const double NotSmiling = .06;

    private static readonly (Pose Pose, Mood Mood, double Light)[] _shots =
    [
        (new(0, 0, 0), new(0), .5),
        (new(-24, 3, 5), new(.9), -.6),
        (new(26, -3, -7), new(.1), .7),
        (new(5, 2, 3), new(.65), .2),
        (new(0, 0, 0), new(.1, false, false), .5),
        (new(-14, 2, -4), new(.8, false, false), -.3),
    ];

    public float[] Neutral => Embeddings[0];

    /// <summary>The least cosine of any two pictures of this person.</summary>
    public double Sameness => Pairs(Embeddings, Embeddings).Min();

    /// <summary>The greatest cosine of any picture of one with any picture of the other.</summary>
    public double Likeness(CastFace other) => Pairs(Embeddings, other.Embeddings).Max();

    /// <summary>The neutral picture alone, for a first choice; null when it is not found as exactly one face.</summary>
    public static float[]? ReadNeutral(CastMember member, FaceReader reader) =>
        reader.Read(Draw(member.Looks, _shots[0])) is [var face] ? face.Embedding : null;

    /// <summary>Null when a pose is not found as exactly one face.</summary>
    public static CastFace? Read(CastMember member, FaceReader reader)
    {
        var embeddings = new float[_shots.Length][];
        var flaws = 0.0;
        for (var i = 0; i < _shots.Length; i++)
        {
            var faces = reader.Read(Draw(member.Looks, _shots[i]));
            if (faces is not [var face])
                return null;
            embeddings[i] = face.Embedding;
            flaws += FlawsOf(face, _shots[i].Mood);
        }

        return new CastFace(member, embeddings, flaws);
    }

    public static void Draw(Svg svg, Looks looks, Spot head, double unit, Pose pose, Mood mood, double light)
    {
        var portrait = new Portrait(svg, new HeadForm(looks, pose, head, unit), mood, light);
        portrait.DrawBehind();
        var neck = new Complexion(looks).Shade;
        Spot P(double x, double y) => head + new Spot(x, y) * unit;
        svg.Fill(new Outline().Through([P(-.4, .6), P(-.42, 1.3), P(-1.5, 1.8), P(-1.6, 2.6), P(1.6, 2.6), P(1.5, 1.8), P(.42, 1.3),
            P(.4, .6)], closed: true), neck);
        portrait.Draw();
    }

    private static Raster Draw(Looks looks, (Pose Pose, Mood Mood, double Light) shot)
    {
        VipsSetup.Ensure();
        var svg = new Svg();
        svg.Rectangle(0, 0, 1000, 1000, "#b9c4bd");
        Draw(svg, looks, new Spot(500, 440), 230, shot.Pose, shot.Mood, shot.Light);
        using var picture = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg.Picture(1000, SizePx, SizePx))).Flatten();
        return new Raster(SizePx, SizePx, picture.WriteToMemory<byte>());
    }

    private static double FlawsOf(FaceReading face, Mood mood)
    {
        var (left, right) = (face.Measures.EyeAspectLeft, face.Measures.EyeAspectRight);
        var eyes = mood.LeftOpen
            ? Math.Max(0, OpenAspect - Math.Min(left, right))
            : Math.Max(0, Math.Max(left, right) - ShutAspect);
        var happy = face.Expression[1];
        return 4 * eyes + (mood.Smile > .5 ? Math.Max(0, Smiling - happy) : Math.Max(0, happy - NotSmiling));
    }

    private static IEnumerable<double> Pairs(float[][] these, float[][] those) =>
        these.SelectMany(a => those.Select(b => (double)TensorPrimitives.Dot(a, b)));
}
