namespace WeddingStudio.Contracts;

/// <summary>How the best photos stand: how many each is given, and what guests see of them.</summary>
/// <param name="ForAll">Photos a person is given where nothing else was said.</param>
/// <param name="AtOnce">Guests see new picks without anybody publishing them.</param>
/// <param name="Waiting">Guests with a gallery who see other best photos than are picked now.</param>
public sealed record PicksView(
    int ForAll, IReadOnlyDictionary<int, int> OfPerson, IReadOnlyDictionary<string, int> OfRole, bool AtOnce, int Waiting);
