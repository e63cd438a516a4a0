namespace WeddingStudio.Engine.Inference.Packs;

/// <summary>
/// A model pack of InsightFace as it is unzipped. It brings no manifest and is known by the names of its files; the numbers
/// are those of InsightFace's own scrfd.py, arcface_onnx.py, landmark.py and attribute.py (insightface/model_zoo). Its 3D
/// points (1k3d68.onnx) are left aside.
/// </summary>
internal static class InsightFacePack
{
    private const string Licence = "InsightFace's trained models: for non-commercial research only";

    // Best first: those of antelopev2, of buffalo_l and buffalo_m, of buffalo_s and buffalo_sc.
    private static readonly string[] Detectors = ["scrfd_10g_bnkps.onnx", "det_10g.onnx", "det_2.5g.onnx", "det_500m.onnx"];
    private static readonly string[] Embedders = ["glintr100.onnx", "w600k_r50.onnx", "w600k_mbf.onnx"];
    private static readonly string[] Points = ["2d106det.onnx"];
    private static readonly string[] AgesAndGenders = ["genderage.onnx"];

    public static bool IsAt(string folder) => ThereOf(folder, [.. Detectors, .. Embedders, .. Points]).Any();

    /// <summary>The manifest InsightFace leaves out. Throws <see cref="ModelPackException"/> without a detector or an embedder.</summary>
    public static ModelManifest ManifestOf(string folder)
    {
        Require(folder, "detector", Detectors);
        Require(folder, "embedder", Embedders);
        ModelEntry[] models =
        [
            .. ThereOf(folder, Detectors).Select(Detector), .. ThereOf(folder, Embedders).Select(Embedder),
            .. ThereOf(folder, Points).Select(Landmarks), .. ThereOf(folder, AgesAndGenders).Select(AgeAndGender),
        ];
        return new ModelManifest
        {
            Schema = ModelManifest.KnownSchema,
            Pack = Path.GetFileName(folder),
            Models = models,
            Defaults = models.DistinctBy(model => model.Role).ToDictionary(model => model.Role, model => model.Name),
        };
    }

    private static void Require(string folder, string role, string[] names)
    {
        if (!ThereOf(folder, names).Any())
            throw new ModelPackException($"'{folder}' looks like a pack of InsightFace but has no {role} ({string.Join(", ", names)}). "
                + "Unzip the pack again, with all its files.");
    }

    private static IEnumerable<FileInfo> ThereOf(string folder, string[] names) =>
        names.Select(name => new FileInfo(Path.Combine(folder, name))).Where(file => file.Exists);

    private static ModelEntry Entry(FileInfo file, string role, string decoder, ModelInput input) => new()
    {
        Name = Path.GetFileNameWithoutExtension(file.Name),
        Role = role,
        Decoder = decoder,
        Files = [new ModelFile(file.Name, ModelFileCheck.Sha256Of(file), file.Length)],
        Input = input,
        Licence = Licence,
    };

    private static ModelEntry Detector(FileInfo file) =>
        Entry(file, "detector", "scrfd", Normalised(127.5f, 128) with { MultipleOf = 32 }) with
        {
            // SCRFD's largest anchors are 512 px: a face that fills the photo is found at 640 px, the size InsightFace itself uses.
            Options = new ModelSettings { Strides = [8, 16, 32], ReducedLooks = [.5] },
            Thresholds = new Dictionary<string, double> { ["score"] = .5, ["nms"] = .4 },
        };

    private static ModelEntry Embedder(FileInfo file) =>
        Entry(file, "embedder", "arcface", Normalised(127.5f, 127.5f) with { Width = 112, Height = 112 })
            with { Dim = 512, FlipAveraged = true };

    private static ModelEntry Landmarks(FileInfo file) => Entry(file, "landmarks", "insight106", AroundTheBox(192));

    private static ModelEntry AgeAndGender(FileInfo file) => Entry(file, "ageGender", "genderage", AroundTheBox(96));

    // These two graphs bring the normalisation with them.
    private static ModelInput AroundTheBox(int sizePx) =>
        new() { Width = sizePx, Height = sizePx, Crop = new ModelCrop("square", Scale: 1.5) };

    private static ModelInput Normalised(float mean, float deviation) =>
        new() { Mean = [mean, mean, mean], Scale = [1 / deviation, 1 / deviation, 1 / deviation] };
}
