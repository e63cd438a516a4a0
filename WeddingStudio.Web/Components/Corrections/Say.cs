namespace WeddingStudio.Web.Components.Corrections;

/// <summary>What a user can say on these pages, as statements for the journal.</summary>
public static class Say
{
    public static Statement Named(int personId, string? name, string? role) =>
        About(CorrectionKind.Named, [personId]) with { Name = name, Role = role };

    /// <param name="faceIds">A face of each as the page showed them: the statement is refused when it is somebody else's by now.</param>
    public static Statement SamePerson(IReadOnlyList<int> personIds, IReadOnlyList<int>? faceIds = null) =>
        About(CorrectionKind.Merged, personIds, faceIds);

    /// <param name="faceIds">A face of each.</param>
    public static Statement DifferentPeople(IReadOnlyList<int> faceIds) => About(CorrectionKind.DifferentPeople, [], faceIds);

    public static Statement Hidden(IReadOnlyList<int> personIds, bool on) => About(CorrectionKind.Hidden, personIds) with { On = on };

    public static Statement SomeoneElse(int personId, IReadOnlyList<int> faceIds) => About(CorrectionKind.Split, [personId], faceIds);

    public static Statement Moved(int fromId, int toId, IReadOnlyList<int> faceIds) => About(CorrectionKind.Moved, [fromId, toId], faceIds);

    public static Statement NotThisPerson(int personId, IReadOnlyList<int> faceIds) =>
        About(CorrectionKind.NotThisPerson, [personId], faceIds);

    public static Statement NotAFace(IReadOnlyList<int> faceIds) => About(CorrectionKind.NotAFace, [], faceIds);

    /// <param name="personIds">Whose face it is; empty: somebody new.</param>
    public static Statement FaceDrawn(IReadOnlyList<int> personIds) => About(CorrectionKind.FaceDrawn, personIds);

    public static Statement AlwaysShow(int personId, int photoId, bool on) => Photo(CorrectionKind.AlwaysShow, [personId], photoId, on);

    public static Statement NeverShow(int personId, int photoId, bool on) => Photo(CorrectionKind.NeverShow, [personId], photoId, on);

    /// <summary>Another photo instead of this one.</summary>
    public static Statement SetAside(int personId, int photoId, bool on) => Photo(CorrectionKind.SetAside, [personId], photoId, on);

    public static Statement KeptFromGuests(int photoId, bool on) => Photo(CorrectionKind.KeptFromGuests, [], photoId, on);

    private static Statement About(CorrectionKind kind, IReadOnlyList<int> personIds, IReadOnlyList<int>? faceIds = null) =>
        new(kind, personIds, faceIds ?? [], []);

    private static Statement Photo(CorrectionKind kind, IReadOnlyList<int> personIds, int photoId, bool on) =>
        new(kind, personIds, [], [photoId]) { On = on };
}
