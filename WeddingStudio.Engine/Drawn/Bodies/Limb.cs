namespace WeddingStudio.Engine.Drawn.Bodies;

/// <summary>Arms, sleeves and legs: a soft shape of changing width around a middle line.</summary>
internal static class Limb
{
    /// <param name="middle">From the joint outwards; the start is round, the end cut straight.</param>
    public static Outline Around(ReadOnlySpan<Spot> middle, ReadOnlySpan<double> half, bool roundStart = true)
    {
        var n = middle.Length;
        var rim = new Spot[2 * n + (roundStart ? 3 : 0)];
        for (var i = 0; i < n; i++)
        {
            var across = Across(middle, i) * half[i];
            rim[n - 1 - i] = middle[i] + across;
            rim[^(n - i)] = middle[i] - across;
        }

        if (roundStart)
        {
            var across = Across(middle, 0) * half[0];
            var back = new Spot(-across.Y, across.X);
            rim[n] = middle[0] + (across + back) * .707;
            rim[n + 1] = middle[0] + back;
            rim[n + 2] = middle[0] + (back - across) * .707;
        }

        return new Outline().Through(rim).Close();
    }

    /// <summary>Seven places from shoulder over elbow to wrist; the elbow is rounded a little.</summary>
    public static Spot[] Bent(Spot shoulder, Spot elbow, Spot wrist)
    {
        var soft = elbow.Towards(shoulder.Towards(wrist, .5), .05);
        return [shoulder, shoulder.Towards(elbow, .45), shoulder.Towards(elbow, .82), soft, elbow.Towards(wrist, .18), elbow.Towards(wrist, .55), wrist];
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
