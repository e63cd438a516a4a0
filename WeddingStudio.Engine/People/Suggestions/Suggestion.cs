using WeddingStudio.Engine.People.Statements;

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

    /// <summary>Why it is asked, as a page says it.</summary>
    /// <param name="nameOf">A person's name; null for nobody with a name, and for whom no page shall name.</param>
    public string Reason(Func<int, string?> nameOf)
    {
        var beside = CompanionId is { } id && nameOf(id) is { } name ? $"often beside {name}" : null;
        var worn = Clothes is { IsTelling: true } clothes ? $"the same clothes {Apart(clothes.Apart)}" : null;
        return StatementWords.Capital((worn, beside) switch
        {
            (null, null) => "their faces are alike",
            (null, { } only) => only,
            ({ } only, null) => only,
            var (both, and) => $"{both}, {and}",
        });
    }

    private static string Apart(TimeSpan time) => time.TotalMinutes switch
    {
        < 2 => "moments apart",
        < 18 => $"{time.TotalMinutes:0} minutes apart",
        < 25 => "twenty minutes apart",
        < 45 => "half an hour apart",
        < 90 => "an hour apart",
        _ => $"{Math.Floor(time.TotalHours + .5):0} hours apart",
    };
}
