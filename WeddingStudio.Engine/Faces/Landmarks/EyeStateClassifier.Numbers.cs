namespace WeddingStudio.Engine.Faces.Landmarks;

internal static partial class EyeStateClassifier
{
    // As models/training/eyes.py prints them: learnt on 23,664 windows around eyes of LFW (people A..M) where two packs place them: open,
    // shut by stretched skin, behind glasses, and behind dark glass, which counts as open for it says nothing of lids.
    private const double Bias = 3.99;

    /// <summary>[4 rows x 6 cells x 6 directions]: a line for each cell, directions from rightwards over downwards on.</summary>
    private static readonly double[] _weights =
    [
        1.20, -0.55, 0.03, 0.03, 0.74, 0.85,
        1.65, -0.49, -1.41, -1.07, -2.71, -0.91,
        -1.53, 3.47, 2.63, -3.89, 3.82, -0.71,
        -2.70, 0.36, 3.80, -0.76, 0.06, 3.02,
        -0.44, -2.78, -0.53, 1.16, -0.86, -1.56,
        0.69, -0.18, 0.11, 1.37, 1.44, 0.20,
        -1.37, -2.41, -2.16, -1.40, -0.44, 1.92,
        0.39, 1.78, -2.52, -3.64, 3.46, -8.30,
        6.26, 3.40, 3.62, 3.29, 3.36, -3.68,
        5.46, 2.38, 1.25, 0.27, -0.42, 2.96,
        -2.91, -0.75, 0.91, -1.75, -4.74, 0.51,
        -0.68, -2.42, -2.22, -1.68, 0.54, -1.11,
        -0.35, -1.69, 0.03, -0.07, 0.58, 0.82,
        -2.54, -2.54, -3.20, -3.01, 2.36, -3.25,
        3.15, 0.38, 2.55, 2.03, -2.15, -1.05,
        4.09, 0.35, 0.20, 2.42, -0.08, -2.79,
        -2.54, -3.18, -1.96, -1.01, -1.24, -0.24,
        -0.68, 1.68, -0.68, -0.54, -0.20, 1.50,
        0.17, -1.09, 0.15, 1.02, 0.40, -0.76,
        -0.39, -0.49, -0.15, 1.25, -0.04, -0.49,
        -3.75, -0.36, 0.14, -1.08, 0.14, 0.34,
        -1.48, 0.48, 0.26, -2.37, -0.12, 0.41,
        1.82, -1.14, -0.19, -0.42, -0.36, 1.38,
        0.45, -0.05, 0.99, 0.65, -0.07, 0.40,
    ];
}
