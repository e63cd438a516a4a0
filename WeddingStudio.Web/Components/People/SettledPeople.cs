namespace WeddingStudio.Web.Components.People;

/// <summary>
/// People in an order that is settled when the page opens and then stays: names and counts change in place, people who were
/// merged away leave a gap that closes (and come back to it when that is undone), new people wait until they are asked for.
/// </summary>
public sealed class SettledPeople
{
    private Dictionary<int, PersonTile> _tiles = [];
    private List<int> _order = [];
    private HashSet<int> _settled = [];

    public int Everyone => _tiles.Values.Count(p => !p.Hidden);
    public int Unnamed => _tiles.Values.Count(p => p is { Name: null, Hidden: false });
    public int Hidden => _tiles.Values.Count(p => p.Hidden);

    /// <summary>
    /// People who came after the order was settled. The rarely seen do not wait: they join the end of a list that is folded away.
    /// </summary>
    public int Waiting => _tiles.Values.Count(p => !p.IsRare && !p.Hidden && !_settled.Contains(p.Id));

    public IEnumerable<PersonTile> InOrder => _order.Where(_tiles.ContainsKey).Select(id => _tiles[id]);

    /// <summary>Whether this person was let in when the order was settled; all others are in the folded list or wait.</summary>
    public bool IsInFullView(int personId) => _settled.Contains(personId);

    public bool Has(int personId) => _tiles.ContainsKey(personId);

    public void Take(IReadOnlyList<PersonTile> people)
    {
        _tiles = people.ToDictionary(p => p.Id);
        if (_order.Count == 0)
            Settle();
        var known = _order.ToHashSet();
        _order.AddRange(PeopleOrder.Sort(people.Where(p => p.IsRare && !known.Contains(p.Id))).Select(p => p.Id));
    }

    /// <summary>For lists where nobody waits: those who are new come after all others.</summary>
    public void LetInAtTheEnd()
    {
        _order.AddRange(PeopleOrder.Sort(_tiles.Values.ExceptBy(_order, p => p.Id)).Select(p => p.Id));
        _settled.UnionWith(_order);
    }

    /// <summary>Lets everybody in who waits: the order is settled again.</summary>
    public void Settle()
    {
        _order = [.. PeopleOrder.Sort(_tiles.Values).Select(p => p.Id)];
        _settled = [.. _tiles.Values.Where(p => !p.IsRare).Select(p => p.Id)];
    }
}
