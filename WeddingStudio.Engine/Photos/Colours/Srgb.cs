using System.Numerics;

namespace WeddingStudio.Engine.Photos.Colours;

/// <summary>Curve and primaries of sRGB (IEC 61966-2-1), values 0..1.</summary>
internal static class Srgb
{
    public static double ToLinear(double value) => value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);

    public static double FromLinear(double linear) => linear <= .0031308 ? linear * 12.92 : 1.055 * Math.Pow(linear, 1 / 2.4) - .055;

    /// <summary>The matrix from light in other primaries to light in sRGB's, both given as X, Y, Z of red, green and blue.</summary>
    public static double[,] FromPrimaries(double[] matrix)
    {
        Matrix4x4.Invert(Rows(IccProfile.SrgbPrimaries), out var inverse);
        var product = Rows(matrix) * inverse;
        var columns = new double[3, 3];
        for (var from = 0; from < 3; from++)
        {
            for (var to = 0; to < 3; to++)
                columns[to, from] = product[from, to];
        }

        return columns;
    }

    private static Matrix4x4 Rows(double[] xyz) => new(
        (float)xyz[0], (float)xyz[1], (float)xyz[2], 0, (float)xyz[3], (float)xyz[4], (float)xyz[5], 0, (float)xyz[6], (float)xyz[7],
        (float)xyz[8], 0, 0, 0, 0, 1);
}
