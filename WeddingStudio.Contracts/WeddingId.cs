using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeddingStudio.Contracts;

/// <summary>
/// Which wedding, as in addresses and folders. The default is no wedding's; whether there is such a one the database says.
/// </summary>
[JsonConverter(typeof(AsText))]
public readonly record struct WeddingId : IParsable<WeddingId>
{
    // Null in place of empty, so that the default equals what comes back from JSON.
    private readonly string? _value;

    public WeddingId(string value) => _value = value.Length == 0 ? null : value;

    public string Value => _value ?? "";

    /// <summary>It can name a folder: `^[a-z0-9][a-z0-9-]{0,62}$`.</summary>
    public bool IsSlug => Value is { Length: > 0 and <= 63 } and not ['-', ..]
        && Value.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    public override string ToString() => Value;

    /// <summary>Whatever an address holds; whether there is such a wedding the database says.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WeddingId result)
    {
        result = new WeddingId(s ?? "");
        return !string.IsNullOrEmpty(s);
    }

    public static WeddingId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("A wedding's id is not empty.");

    private sealed class AsText : JsonConverter<WeddingId>
    {
        public override WeddingId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, WeddingId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
