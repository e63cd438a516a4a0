namespace WeddingStudio.Engine.People.Suggestions;

/// <summary>Two people who may be one. Only a user can tell; nothing is ever joined by itself.</summary>
/// <param name="FirstId">The one in more photos; who stays, should they be one, is decided by names and faces, see
/// <see cref="CorrectionKind.Merged"/>.</param>
/// <param name="FirstFaces">A few Face.Ids to judge by, the clearest first.</param>
/// <param name="Clothes">What their clothes say; null when there are none to compare.</param>
/// <param name="Photos">How many photos the answer sorts.</param>
public sealed record Suggestion(
    int FirstId, int SecondId, IReadOnlyList<int> FirstFaces, IReadOnlyList<int> SecondFaces, SameClothes? Clothes, int Photos)
{
    /// <summary>Somebody both were often seen with, or null.</summary>
    public int? CompanionId { get; init; }

    /// <summary>For, against being one person; natural logarithm.</summary>
    internal double LogOdds { get; init; }

    /// <summary>Surer ones first; among those that are about as sure the ones that sort more.</summary>
    internal double Worth { get; init; }

    /// <summary>Why it is asked.</summary>
    /// <param name="nameOf">A person's name; null for nobody with a name, and for whom no page shall name.</param>
    public Message Reason(Func<int, string?> nameOf)
    {
        var beside = CompanionId is { } id && nameOf(id) is { } name ? new Message("People.OftenBeside", name) : null;
        var worn = Clothes is { IsTelling: true } clothes ? Apart(clothes.Apart) : null;
        return (worn, beside) switch
        {
            (null, null) => new("People.FacesAlike"),
            (null, { } only) => only,
            ({ } only, null) => only,
            var (both, _) => new("People.ClothesAndBeside", both, nameOf(CompanionId!.Value)!),
        };
    }

    private static Message Apart(TimeSpan time) => time.TotalMinutes switch
    {
        < 2 => new("People.ClothesMomentsApart"),
        < 18 => new("People.ClothesMinutesApart", (int)Math.Round(time.TotalMinutes)),
        < 25 => new("People.ClothesTwentyMinutesApart"),
        < 45 => new("People.ClothesHalfAnHourApart"),
        < 90 => new("People.ClothesAnHourApart"),
        _ => new("People.ClothesHoursApart", (int)Math.Floor(time.TotalHours + .5)),
    };
}
