using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies.Clothes;

/// <summary>The upper rim of a bodice, its right half in body units; the left half is its mirror image.</summary>
/// <param name="Rim">From the middle of the chest to the outer end.</param>
/// <param name="Armhole">On from there, over the shoulder or around the arm, to the side of the chest.</param>
/// <param name="Pointed">Both halves meet at an angle.</param>
internal sealed record Neckline(Spot[] Rim, Spot[] Armhole, bool Pointed)
{
    public static Neckline Of(NeckCut cut, bool sleeved, Frame f)
    {
        Spot[] rim = cut switch
        {
            NeckCut.V => [new(0, 2.75), new(.34, 2.02), Strap(f, .5)],
            NeckCut.Boat => [new(0, 1.88), new(f.Shoulder * .45, 1.8), Strap(f, f.Shoulder * .72)],
            NeckCut.High => [new(0, 1.3), new(f.Neck * .62, 1.25), new(f.Neck * 1.07, 1.1)],
            NeckCut.Halter => [new(0, 2.35), new(.2, 1.98), new(f.Neck * .86, 1.5), new(f.Neck * 1.04, 1.22)],
            NeckCut.Sweetheart =>
                [new(0, 2.78), new(.16, 2.56), new(f.Chest * .46, 2.36), new(f.Chest * .78, 2.4), new(f.Half(2.62) + .03, 2.62)],
            NeckCut.OffShoulder => [new(0, 2.58), new(f.Shoulder * .4, 2.5), new(f.Shoulder * .75, 2.34), new(f.Shoulder + .12, 2.26)],
            _ => [new(0, 2.14), new(.3, 2.06), new(.52, 1.82), Strap(f, .6)],
        };
        return new(rim, [.. ArmholeOf(cut, sleeved, f, rim[^1]), new(f.Half(3.1) + .04, 3.1)],
            cut is NeckCut.V or NeckCut.Sweetheart or NeckCut.Halter);
    }

    /// <summary>The rim from left to right.</summary>
    public Outline Trace(Frame f)
    {
        var left = f.AllOn(Frame.Mirror(Rim));
        var right = f.AllOn(Rim);
        return Pointed ? new Outline().Through(left).Through(right) : new Outline().Through([.. left, .. right[1..]]);
    }

    private static Spot Strap(Frame f, double x) => new(x, f.ShoulderY(x) - .05);

    private static Spot[] ArmholeOf(NeckCut cut, bool sleeved, Frame f, Spot end) => cut switch
    {
        NeckCut.Sweetheart => [],
        NeckCut.OffShoulder => [new(f.Shoulder + .1, 2.75)],
        NeckCut.Halter => [new(f.Neck * 1.5, 1.52), new(f.Chest * .66, 2.05), new(f.Chest * .9, 2.72)],
        _ when sleeved => [.. f.Slope().Take(3).Where(p => p.X > end.X + .1).Select(p => p - new Spot(0, .05)),
            new(f.Shoulder * .94, 1.86), new(f.Shoulder * .92, 2.4), new(f.Half(2.8) + .03, 2.8)],
        _ => [Strap(f, Math.Min(Math.Max(end.X + .36, f.Shoulder * .62), f.Shoulder * .92)), new(f.Chest * .8, 2.3),
            new(f.Chest * .9, 2.75)],
    };
}
