using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Picks.Best;

namespace WeddingStudio.Tests.Picks;

public sealed class ReasonsTests
{
    private const ScoreFacts Good = ScoreFacts.Smiling | ScoreFacts.EyesOpen | ScoreFacts.LookingAtCamera;
    private static readonly Dictionary<int, Message> Moments = new()
    {
        [1] = Message.Plain("Church"), [2] = Message.Plain("First dance"),
    };

    private static Candidate Photo(int id, ScoreFacts facts, int? moment = null) =>
        new() { PhotoId = id, FaceId = id, PhotoPath = $"{id}.jpg", Score = 1.0 / id, Facts = facts, MomentId = moment };

    private static IReadOnlyList<string> Of(string? name, params (Candidate Photo, PickKind Kind)[] picks) =>
        [.. Reasons.Of([.. picks.Select(p => new Picked(p.Photo, p.Kind))], [.. picks.Select(p => p.Photo)], name, Moments)
            .Select(reason => reason.English())];

    [Fact]
    public void The_only_photo_is_named_as_such()
    {
        Assert.Equal(["The only photo of Anna, smiling, eyes open and looking at the camera"],
            Of("Anna", (Photo(1, Good), PickKind.Different)));
        Assert.Equal(["The only photo of this guest"], Of(null, (Photo(1, ScoreFacts.None), PickKind.Different)));
    }

    [Fact]
    public void Another_moment_of_the_day_is_said_first()
    {
        var reasons = Of("Anna", (Photo(1, Good | ScoreFacts.WithCouple, 1), PickKind.Different),
            (Photo(2, ScoreFacts.Sharp | ScoreFacts.WellLit | ScoreFacts.WithFamily, 2), PickKind.Different));

        Assert.Equal(["Smiling, eyes open and looking at the camera, with the couple",
            "A different moment: First dance, sharp and well lit, with family"], reasons);
    }

    [Fact]
    public void A_user_s_wish_is_a_reason()
    {
        var reasons = Of("Anna", (Photo(1, ScoreFacts.None, 1), PickKind.AlwaysShown),
            (Photo(2, ScoreFacts.None, 2), PickKind.AlwaysShown));

        Assert.Equal(["Always shown, as you asked", "Always shown, as you asked, a different moment: First dance"], reasons);
    }

    [Fact]
    public void What_all_photos_have_is_left_out_when_there_is_too_much_to_say()
    {
        var usual = Good | ScoreFacts.Sharp | ScoreFacts.WellLit;
        var picks = Enumerable.Range(1, 6)
            .Select(i => (Photo(i, i == 1 ? usual | ScoreFacts.WithBride : usual), PickKind.Different)).ToArray();

        Assert.Equal("Smiling and looking at the camera, sharp, with the bride", Of("Anna", picks)[0]);
    }

    [Fact]
    public void A_laugh_turned_away_is_caught() =>
        Assert.Equal("Caught in a smile",
            Of("Anna", (Photo(1, ScoreFacts.Smiling | ScoreFacts.Candid), PickKind.Different), (Photo(2, 0), PickKind.Different))[0]);

    [Fact]
    public void No_reason_is_ever_empty_or_holds_a_number_or_a_word_against_a_face()
    {
        string[] unkind = ["not", "closed", "blurr", "dark", "cut", "bad", "worst", "although", "but", "less"];
        foreach (var facts in Enumerable.Range(0, 1 << 15).Where(i => i % 7 == 0).Select(i => (ScoreFacts)i))
        {
            foreach (var kind in Enum.GetValues<PickKind>())
            {
                var reasons = Of(null, (Photo(1, facts, 1), kind), (Photo(2, facts, 2), kind), (Photo(3, facts), kind),
                    (Photo(4, facts, 2), kind));
                Assert.All(reasons, r => Assert.True(r.Length > 5 && char.IsUpper(r[0]) && !r.Any(char.IsDigit)
                    && !unkind.Intersect(r.ToLowerInvariant().Split(' ', ',', ':')).Any(), r));
            }
        }
    }
}
