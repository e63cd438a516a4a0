using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeddingStudio.Engine.Inference.Packs;

/// <summary>What a pack says about itself in `manifest.json`, schema 1.</summary>
public sealed record ModelManifest
{
    public const int KnownSchema = 1;

    public int Schema { get; init; }
    public string Pack { get; init; } = "";
    public string Version { get; init; } = "";
    public string Description { get; init; } = "";

    /// <summary>What people are told that photos are analysed with; the pack's name if not given.</summary>
    public string? Title { get; init; }

    /// <summary>The pack the program comes with: of several packs in one folder any other goes before it.</summary>
    public bool BuiltIn { get; init; }

    /// <summary>From a role (or a use of one, as `preview`) to the model taken when nobody asks for another.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<ModelEntry> Models { get; init; } = [];
}

/// <summary>One model: what it is for, the family that decodes it, its files and every number the family needs.</summary>
public sealed record ModelEntry
{
    internal static readonly IReadOnlyList<string> Roles = ["detector", "embedder", "landmarks", "expression", "quality", "ageGender"];

    public string Name { get; init; } = "";

    /// <summary>One of <see cref="Roles"/>.</summary>
    public string Role { get; init; } = "";

    /// <summary>The model family: which class reads the output.</summary>
    public string Decoder { get; init; } = "";
    public IReadOnlyList<ModelFile> Files { get; init; } = [];
    public ModelInput Input { get; init; } = new();
    public ModelSettings Options { get; init; } = new();
    public IReadOnlyDictionary<string, double> Thresholds { get; init; } = new Dictionary<string, double>();

    /// <summary>Length of an embedding; 0 for models that make none.</summary>
    public int Dim { get; init; }

    /// <summary>Embeddings are the mean over a crop and its mirror image.</summary>
    public bool FlipAveraged { get; init; }
    public ClusteringSettings? Clustering { get; init; }

    /// <summary>Names of models of the same pack that must run before this one.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];
    public string? Licence { get; init; }
}

/// <summary>A file of a model; Part tells the files of a cascade apart and is null for single-file models.</summary>
public sealed record ModelFile(string Path, string Sha256, long Bytes, string? Part = null);

/// <summary>Input tensor = (pixel 0..255 - Mean[c]) * Scale[c], NCHW, c in the order of Channels.</summary>
public sealed record ModelInput
{
    /// <summary>RGB or BGR.</summary>
    public string Channels { get; init; } = "RGB";
    public IReadOnlyList<float> Mean { get; init; } = [0, 0, 0];
    public IReadOnlyList<float> Scale { get; init; } = [1, 1, 1];

    /// <summary>
    /// Instead of Mean and Scale, as FaceNet's `prewhiten`: (pixel - mean) / max(deviation, 1 / sqrt(n)) over all n numbers of
    /// the crop. Not written where it is not set, so that the fingerprints of all other packs stay as they were.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Prewhiten { get; init; }

    /// <summary>Photos are padded right and bottom with zeros to multiples of this.</summary>
    public int MultipleOf { get; init; } = 1;

    /// <summary>Size of a fixed input; 0 when any size will do.</summary>
    public int Width { get; init; }
    public int Height { get; init; }

    /// <summary>
    /// Where the five points of a face come to lie in the input, [5][x, y]; ArcFace's own where an input of 112x112 names none.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double>>? Template { get; init; }
    public ModelCrop? Crop { get; init; }
}

/// <summary>
/// How a face is cut out for the model: `square` around the box, `landmarks` around the points of the model in `needs` (also `landmarks68`,
/// as older manifests say), `box`.
/// </summary>
/// <param name="Upright">The square leans with the head (kind `square`).</param>
public sealed record ModelCrop(string Kind, double Scale = 1, double ShiftDown = 0, double Enlarge = 0, bool Upright = false);

/// <summary>Numbers of single families; those a family does not know stay empty.</summary>
public sealed record ModelSettings
{
    public IReadOnlyList<int> Strides { get; init; } = [];
    public IReadOnlyList<IReadOnlyList<int>> MinSizes { get; init; } = [];
    public IReadOnlyList<double> Variances { get; init; } = [];
    public int DflBins { get; init; }

    /// <summary>Smaller faces (longer side, in pixels of the detector's input) are not looked for.</summary>
    public int MinFace { get; init; }
    public double Factor { get; init; }

    /// <summary>Further looks at a reduced photo, as shares of the first look's long side: frame-filling faces are found there.</summary>
    public IReadOnlyList<double> ReducedLooks { get; init; } = [];
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>
    /// `wflw98+5`: how much the detector's five points count beside the model's own, 0..1; two witnesses err less than one.
    /// </summary>
    public double DetectorShare { get; init; }

    /// <summary>
    /// Embedders: the output that holds the vector, by name; the first if not given. Not written either where it is not set.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Output { get; init; }
}

/// <summary>
/// How an embedder's vectors become people: by mean likeness, or HDBSCAN* down to <paramref name="Epsilon"/> where
/// nothing is known that means could be held against.
/// </summary>
/// <param name="Epsilon">Distance of unit vectors below which HDBSCAN splits no further.</param>
/// <param name="Linkage">Mean likeness; null: HDBSCAN*, or what <see cref="ModelSet.Clustering"/> makes of the pack's thresholds.</param>
public sealed record ClusteringSettings(double Epsilon = ClusteringSettings.DefaultEpsilon, LinkageSettings? Linkage = null)
{
    /// <summary>Distance of unit vectors; measured best for ArcFace-like embeddings, .3 does nothing on unit vectors.</summary>
    public const double DefaultEpsilon = .9;

    /// <summary>Where the reference embedder's pairs of one person and of two meet, for packs that do not say.</summary>
    private const double UsualCosine = .395;

    /// <summary>
    /// [directions][dim] of unit length, taken out of every vector before faces are grouped: what lies in them tells groups of people
    /// apart, and nobody within one. Embedders learn from adults, so all small children lie in one direction. Null: those known of the
    /// embedder's file (<see cref="EmbeddingDirections"/>), if any.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<float[]>? Directions { get; init; }

    /// <summary>Another one for every other way to group. Directions are long: of them it has a digest.</summary>
    internal string ToKey() => JsonSerializer.Serialize(this with { Directions = null })
        + (Directions is null ? ""
            : $" {Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Directions)))[..16]}");

    /// <summary>Two faces that are less alike than this cosine are hardly ever one person.</summary>
    public double OnePersonFrom() => Linkage?.MinCosine ?? UsualCosine;
}

/// <summary>How alike the faces of one person are on average, by the cosines of a pack's embedder.</summary>
/// <param name="MinCosine">Two groups of faces become one person from this mean cosine on, what all faces
/// of an album have in common taken out.</param>
/// <param name="TimesStrangers">Before that is known, also from so many times the median cosine of two faces in one photo.</param>
/// <param name="SmallGroups">Groups of n and m faces need this / sqrt(n m) more.</param>
public sealed record LinkageSettings(double MinCosine, double TimesStrangers, double SmallGroups)
{
    /// <summary>
    /// For packs that only say from which cosine on two faces are one person. Chosen on draws of LFW and drawn weddings with the reference
    /// embedder, whose .36 becomes .37; docs/people-measured.md has the figures, also those of other embedders.
    /// </summary>
    public static LinkageSettings From(double samePersonCosine) => new(samePersonCosine + .01, TimesStrangers: 2.2, SmallGroups: .06);
}
