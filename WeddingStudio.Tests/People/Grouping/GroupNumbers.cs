using WeddingStudio.Engine.People.Fold;
using WeddingStudio.Engine.People.Grouping;

namespace WeddingStudio.Tests.People.Grouping;

/// <summary>Checks the numbers of a new base against the people before it.</summary>
internal static class GroupNumbers
{
    public static void Check(PeopleState state, FoldedPeople before, NumberedBase numbered, bool afresh)
    {
        var mentioned = state.Rows.SelectMany(row => row.Mentioned()).ToHashSet();
        foreach (var group in numbered.PersonOf.Where(p => p.Value != BaseGrouping.Nobody).GroupBy(p => p.Value, p => p.Key))
        {
            // Before the first final base numbers are provisional: then only those somebody spoke of are the same ones.
            if (group.Key >= before.NextPersonId || (afresh && !mentioned.Contains(group.Key)))
                continue;
            var had = before.UnitOf.Where(p => p.Value == group.Key).Select(p => p.Key).ToHashSet();
            Assert.True(2 * group.Count(had.Contains) > had.Count,
                $"{group.Key} goes on with {group.Count(had.Contains)} of {had.Count} faces");
        }
    }
}
