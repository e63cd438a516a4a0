using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies;

/// <summary>Arms, sleeves and legs: a soft shape of changing width around a middle line.</summary>
internal static class Limb
{
    /// <param name="middle">From the joint outwards; the end is cut straight.</param>
    public static Outline Around(ReadOnlySpan<Spot> middle, ReadOnlySpan<double> half, bool roundStart = true) =>
        Around(middle, half, 0, middle.Length, roundStart);

    /// <summary>A part of a longer limb; its ends have the whole limb's direction, so that parts fit together.</summary>
    public static Outline Around(ReadOnlySpan<Spot> middle, ReadOnlySpan<double> half, int from, int until, bool roundStart)
    {
        var n = until - from;
        var rim = new Spot[2 * n + (roundStart ? 3 : 0)];
        for (var i = 0; i < n; i++)
        {
            var across = Across(middle, from + i) * half[from + i];
            rim[n - 1 - i] = middle[from + i] + across;
            rim[^(n - i)] = middle[from + i] - across;
        }

        if (!roundStart)
            return new Outline().Through(rim[..n]).Through(rim[n..]).Close();
        var side = rim[n - 1] - middle[from];
        var back = new Spot(-side.Y, side.X);
        rim[n] = middle[from] + (side + back) * .707;
        rim[n + 1] = middle[from] + back;
        rim[n + 2] = middle[from] + (back - side) * .707;
        return new Outline().Through(rim).Close();
    }

    /// <summary>Seven places from shoulder over elbow to wrist; the elbow is rounded a little.</summary>
    public static Spot[] Bent(Spot shoulder, Spot elbow, Spot wrist)
    {
        var soft = elbow.Towards(shoulder.Towards(wrist, .5), .05);
        return [shoulder, shoulder.Towards(elbow, .45), shoulder.Towards(elbow, .82), soft, elbow.Towards(wrist, .18),
            elbow.Towards(wrist, .55), wrist];
    }

    /// <summary>The direction across the line at one of its places, one long.</summary>
    public static Spot Across(ReadOnlySpan<Spot> line, int at)
    {
        var along = line[Math.Min(at + 1, line.Length - 1)] - line[Math.Max(at - 1, 0)];
        return new Spot(-along.Y, along.X) * (1 / Math.Max(along.Length, .01));
    }

    public static double Length(ReadOnlySpan<Spot> line)
    {
        var length = 0.0;
        for (var i = 1; i < line.Length; i++)
            length += (line[i] - line[i - 1]).Length;
        return length;
    }

    /// <summary>Lays prints along a sleeve: x = across, y = down its middle, both in body units.</summary>
    public static Func<double, double, Spot> Place(Spot[] line, double size) => (x, y) =>
    {
        var left = y * size;
        var at = 1;
        for (; at < line.Length - 1 && left > (line[at] - line[at - 1]).Length; at++)
            left -= (line[at] - line[at - 1]).Length;
        var along = line[at] - line[at - 1];
        along *= 1 / Math.Max(along.Length, .01);
        return line[at - 1] + along * left + new Spot(-along.Y, along.X) * (x * size);
    };
}
