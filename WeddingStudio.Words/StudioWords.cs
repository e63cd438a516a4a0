using System.Collections;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace WeddingStudio.Words;

/// <summary>
/// Words everything in one language. A code is `Room.Name`: the entry `Name` of `Resources/Room.resx`. Where an entry has the plural forms
/// `Name_one` and `Name_other` the first number among the arguments chooses. Arguments may be messages themselves.
/// </summary>
public sealed class StudioWords(CultureInfo culture) : IStringLocalizer
{
    private static readonly Dictionary<string, ResourceManager> _rooms = Rooms.All.ToDictionary(
        room => room, room => new ResourceManager($"{typeof(StudioWords).Namespace}.Resources.{room}", typeof(StudioWords).Assembly),
        StringComparer.Ordinal);

    /// <summary>For result files, the console and logs.</summary>
    public static StudioWords English { get; } = new(Languages.English);

    /// <summary>Dates and numbers are written as it writes them.</summary>
    public CultureInfo Culture => culture;

    public LocalizedString this[string name] => this[name, []];

    public LocalizedString this[string name, params object[] arguments] => Template(name, arguments) is { } template
        ? new LocalizedString(name, string.Format(culture, template, Array.ConvertAll(arguments, Worded)))
        : new LocalizedString(name, name, resourceNotFound: true);

    /// <summary>Nothing where nothing is to be told.</summary>
    public string Of(Message? message) => message switch
    {
        null => "",
        { Code: Message.ClausesCode } => Clauses(Parts(message)),
        { Code: Message.ListCode } => List([.. Parts(message)]),
        _ => this[message.Code, [.. message.Arguments]],
    };

    /// <summary>`Anna, Ben and Carla`.</summary>
    public string List(IReadOnlyList<string> parts) => parts.Count < 2
        ? string.Concat(parts) : this["Shared.And", string.Join(this[Message.ListCode], parts.SkipLast(1)), parts[^1]];

    private string Clauses(IEnumerable<string> clauses)
    {
        var sentence = string.Join(this[Message.ClausesCode], clauses);
        return char.ToUpper(sentence[0], culture) + sentence[1..];
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        from room in _rooms
        from entry in room.Value.GetResourceSet(culture, createIfNotExists: true, includeParentCultures)?.Cast<DictionaryEntry>() ?? []
        select new LocalizedString($"{room.Key}.{entry.Key}", (string)entry.Value!);

    private object Worded(object argument) => argument is Message message ? Of(message) : argument;

    private IEnumerable<string> Parts(Message message) => message.Arguments.Select(part => Worded(part).ToString()!);

    private string? Template(string code, object[] arguments)
    {
        if (code.Split('.', 2) is not [var room, var name] || !_rooms.TryGetValue(room, out var entries))
            return null;
        return entries.GetString(name, culture) ?? entries.GetString($"{name}_{Plural(arguments)}", culture);
    }

    /// <summary>CLDR's rule for English and German: `one` for 1 without decimals, else `other`.</summary>
    private static string Plural(object[] arguments) =>
        arguments.FirstOrDefault(argument => argument is int or long) is 1 or 1L ? "one" : "other";
}
