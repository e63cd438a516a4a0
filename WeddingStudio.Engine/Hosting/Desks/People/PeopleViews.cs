using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Hosting.Desks.People;

/// <summary>A person as a tile. Role is null or one of <see cref="Roles"/>.</summary>
public sealed record PersonTile(int Id, string? Name, string? Role, int PhotoCount, int FaceCount, bool SeenOnce, bool Hidden, string? FaceUrl, bool Provisional = false, bool IsClear = true)
{
    internal const double ClearFromQuality = FaceQueries.ClearFromQuality;

    /// <summary>Rarely or never clearly seen, and unnamed: guests at the edge and passers-by, who open on request only.</summary>
    public bool IsRare => Name is null && (PhotoCount <= 2 || !IsClear);
}

/// <summary>One person's page.</summary>
/// <param name="RedirectedFrom">The id asked for, when that person was merged into this one.</param>
public sealed record PersonView(PersonTile Person, int? RedirectedFrom, IReadOnlyList<PickView> Best, IReadOnlyList<FaceView> Faces);

/// <summary>One of a person's best photos, and why.</summary>
public sealed record PickView(int Rank, string Reason, FaceView Face);

/// <summary>A face in a photo. Url is the face alone, the others the whole photo; the centre is a share 0..1 of width
/// and height, the time that of the wedding.</summary>
public sealed record FaceView(
    int FaceId, int PhotoId, string PhotoName, string Url, string TileUrl, string ScreenUrl, int WidthPx, int HeightPx,
    double CentreX, double CentreY, DateTime? TakenAt, IReadOnlyList<PhotoRuleKind> Rules)
{
    public bool Has(PhotoRuleKind rule) => Rules.Contains(rule);
}

/// <summary>A photo with everybody in it; boxes are shares 0..1 of width and height.</summary>
public sealed record PhotoView(int PhotoId, string Name, string ScreenUrl, int WidthPx, int HeightPx, DateTime? TakenAt, IReadOnlyList<PhotoFaceView> Faces);

public sealed record PhotoFaceView(int FaceId, int? PersonId, string? PersonName, FaceBox Box);

/// <summary>Two people who may be one.</summary>
/// <param name="First">Who is seen more often.</param>
/// <param name="Reason">Why it is asked, in words.</param>
/// <param name="Photos">How many photos the answer sorts.</param>
public sealed record QuestionView(QuestionedPerson First, QuestionedPerson Second, string Reason, int Photos);

/// <summary>One of them, with a few faces to judge by, the clearest first.</summary>
public sealed record QuestionedPerson(int Id, string? Name, int PhotoCount, IReadOnlyList<QuestionedFace> Faces)
{
    public string Title => Name ?? $"Unnamed {Id}";
}

public sealed record QuestionedFace(int FaceId, string Url);
