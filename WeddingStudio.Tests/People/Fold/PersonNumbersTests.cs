using static WeddingStudio.Contracts.CorrectionKind;

namespace WeddingStudio.Tests.People.Fold;

public sealed class PersonNumbersTests
{
    [Fact]
    public void The_first_numbering_goes_by_photo_count_then_first_photo_then_place()
    {
        var model = new FoldModel("cb", "a", "da", "b", "e", "b");

        Assert.Equal([1, 2, 3, 4, 5], "bacde".Select(letter => model.Person(letter)));
    }

    [Fact]
    public void The_first_final_numbers_do_not_depend_on_what_came_before()
    {
        var undisturbed = new FoldModel("abc", "bc", "c", "da");
        undisturbed.Regroup(f => Letter(f.Id), final: true);

        var interrupted = new FoldModel("abc", "bc", "c", "da");
        interrupted.Regroup(f => f.Key);
        interrupted.Regroup(f => f.PhotoId < 103 ? Letter(f.Id) : null);
        interrupted.Regroup(f => f.PhotoId > 102 ? f.Key : null);
        interrupted.Regroup(f => Letter(f.Id), final: true);

        Assert.Equal(undisturbed.Now.PersonOf, interrupted.Now.PersonOf);
        Assert.Equal(undisturbed.State.NextPersonId, interrupted.State.NextPersonId);

        static object Letter(int face) => "abcbccda"[face - 1];
    }

    [Fact]
    public void Only_people_in_a_live_correction_keep_a_provisional_number()
    {
        var model = new FoldModel("a", "b", "a", "c", "b", "b");
        model.Regroup(f => f.PhotoId == 104 ? "c" : null);
        model.Regroup(f => f.Key);
        var (anna, other) = (model.Person('c'), model.Person('a', 2));
        Assert.True(anna > 3 || other > 3);
        model.Say(Named, [anna], name: "Anna");
        model.Say(Named, [other], name: "Bea");
        model.Undo();

        model.Regroup(f => "abacbb"[f.Id - 1], final: true);

        Assert.Equal(anna, model.Person('c'));
        Assert.Equal("Anna", model.Find('c')!.Name);
        Assert.NotEqual(other, model.Person('a'));
        Assert.All("ab", letter => Assert.True(model.Person(letter) < 10));
        Assert.DoesNotContain(other, model.Now.People.Keys);
    }

    [Fact]
    public void A_new_base_keeps_a_number_on_more_than_half_of_the_faces()
    {
        var model = new FoldModel("a", "a", "a", "b", "b");
        var (a, b) = (model.Person('a'), model.Person('b'));

        model.Regroup(f => f.Id is 1 or 2 ? "most of a" : f.Id is 3 or 4 ? "the rest" : "half of b");

        Assert.Equal(a, model.Person('a', 1));
        Assert.All(new[] { model.Person('a', 3), model.Person('b', 2) }, id => Assert.True(id > Math.Max(a, b)));
    }

    [Fact]
    public void After_the_first_final_base_no_number_is_given_out_twice()
    {
        var model = new FoldModel("a", "a", "b", "b");
        model.Regroup(f => f.Id < 3 ? 'a' : 'b', final: true);
        model.Regroup(f => f.Key, final: true);
        HashSet<int> given = [.. model.Now.People.Keys];
        model.Regroup(_ => "all", final: true);
        given.UnionWith(model.Now.People.Keys);
        var before = model.Now.People.Keys.ToHashSet();

        model.Regroup(f => f.Id % 2, final: true);

        Assert.All(model.Now.People.Keys, id => Assert.True(before.Contains(id) || id > given.Max()));
    }
}
