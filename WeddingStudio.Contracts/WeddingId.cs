using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeddingStudio.Contracts;

/// <summary>Which wedding: its slug, `^[a-z0-9][a-z0-9-]{0,62}$`, as in addresses and folders. The default is no wedding's.</summary>
[JsonConverter(typeof(AsText))]
public readonly record struct WeddingId(string Value) : IParsable<WeddingId>
{
    public override string ToString() => Value ?? "";

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
