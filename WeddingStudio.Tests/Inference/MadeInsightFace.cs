namespace WeddingStudio.Tests.Inference;

/// <summary>A folder as InsightFace's packs are unzipped, with small models in place of the trained ones.</summary>
internal sealed class MadeInsightFace : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("insightface-").FullName;

    /// <param name="name">`buffalo_l` or `buffalo_s`.</param>
    public MadeInsightFace(string name = "buffalo_l")
    {
        Folder = Directory.CreateDirectory(Path.Combine(_parent, name)).FullName;
        Put(name == "buffalo_s" ? "det_500m.onnx" : "det_10g.onnx", MadeModels.Scrfd());
        Put(name == "buffalo_s" ? "w600k_mbf.onnx" : "w600k_r50.onnx",
            MadeModels.Numbers(112, [.. Enumerable.Range(0, 512).Select(i => i % 7 - 3f)], brightness: 1));
        Put("2d106det.onnx", MadeModels.Numbers(192, Points()));
        Put("genderage.onnx", MadeModels.Numbers(96, [1, 0, .3f]));
        Put("1k3d68.onnx", [0]);
    }

    public string Folder { get; }

    public void Put(string file, byte[] bytes) => File.WriteAllBytes(Path.Combine(Folder, file), bytes);

    public void Remove(string file) => File.Delete(Path.Combine(Folder, file));

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    /// <summary>
    /// 106 points from -1 to 1, all in the middle but the chin (0) below and the left eye: .4 wide, its lids .1 apart; the right
    /// eye is shut.
    /// </summary>
    private static float[] Points()
    {
        var points = new float[212];
        Set(0, 0, .5f);
        Set(35, -.5f, -.25f);
        Set(39, -.1f, -.25f);
        Set(89, .1f, -.25f);
        Set(93, .5f, -.25f);
        foreach (var (upper, lower, x) in ((int, int, float)[])[(41, 36, -.4f), (40, 33, -.3f), (42, 37, -.2f)])
        {
            Set(upper, x, -.3f);
            Set(lower, x, -.2f);
        }

        return points;

        void Set(int point, float x, float y) => (points[2 * point], points[2 * point + 1]) = (x, y);
    }
}
