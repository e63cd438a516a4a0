namespace WeddingStudio.Engine.People.Statements;

/// <summary>Messages that several statements need.</summary>
internal static class StatementMessages
{
    /// <summary>What a statement was.</summary>
    public static Message Of(CorrectionKind kind) => new($"People.Kind{kind}");

    /// <summary>`Anna, Ben and Carla`; of more than three the first and how many there are beside.</summary>
    public static object Titles(IReadOnlyList<object> titles) => titles.Count switch
    {
        > 3 => new Message("People.AndOthers", titles[0], titles.Count - 1),
        1 => titles[0],
        _ => Message.List(titles),
    };
}
