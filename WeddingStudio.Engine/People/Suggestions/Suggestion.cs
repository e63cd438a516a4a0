namespace WeddingStudio.Engine.People.Suggestions;

/// <summary>Two people who may be one. Only a user can tell; nothing is ever joined by itself.</summary>
/// <param name="FirstId">Who stays, as far as anybody knows: the one in more photos.</param>
/// <param name="FirstFaces">A few Face.Ids to judge by, the clearest first.</param>
/// <param name="LogOdds">For, against being one person; natural logarithm.</param>
/// <param name="Clothes">What their clothes say; null when there are none to compare.</param>
/// <param name="CompanionId">Somebody both were often seen with, or null.</param>
/// <param name="Photos">How many photos the answer sorts.</param>
public sealed record Suggestion(
    int FirstId, int SecondId, IReadOnlyList<int> FirstFaces, IReadOnlyList<int> SecondFaces,
    double LogOdds, SameClothes? Clothes, int? CompanionId, int Photos)
{
    /// <summary>Surer ones first; among those that are about as sure the ones that sort more.</summary>
    internal double Worth { get; init; }

    /// <summary>Why it is asked, as a page says it.</summary>
    /// <param name="nameOf">A person's name; null for nobody with a name.</param>
    public string Reason(Func<int, string?> nameOf)
    {
        var beside = CompanionId is { } id && nameOf(id) is { } name ? $"often beside {name}" : null;
        var worn = Clothes is { IsTelling: true } clothes ? $"the same clothes {Apart(clothes.Apart)}" : null;
        return Words.Capital((worn, beside) switch
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

/// <summary>What the clothes of two people say.</summary>
/// <param name="Likeness">0..1.</param>
/// <param name="LogOdds">How much more likely this is of one person than of two.</param>
/// <param name="Apart">Between the two photos nearest in time in which they are alike.</param>
public readonly record struct SameClothes(double Likeness, double LogOdds, TimeSpan Apart)
{
    /// <summary>Three to one; less is no reason to give.</summary>
    private static readonly double Telling = Math.Log(3);

    public bool IsTelling => LogOdds >= Telling;
}
