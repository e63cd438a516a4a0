using System.Text.Json;
using System.Text.Json.Serialization;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Corrections;

/// <summary>How the JSON columns of the journal are written: short, because a name can be anchored to a thousand faces.</summary>
internal static class JournalJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new BoxAsArray() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new JsonException($"A journal column holds null where {typeof(T).Name} was written.");

    private sealed class BoxAsArray : JsonConverter<FaceBox>
    {
        public override FaceBox Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            Span<double> corners = stackalloc double[4];
            for (var i = 0; i < corners.Length; i++)
            {
                reader.Read();
                corners[i] = reader.GetDouble();
            }

            reader.Read();
            return new FaceBox(corners[0], corners[1], corners[2], corners[3]);
        }

        public override void Write(Utf8JsonWriter writer, FaceBox value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.X1);
            writer.WriteNumberValue(value.Y1);
            writer.WriteNumberValue(value.X2);
            writer.WriteNumberValue(value.Y2);
            writer.WriteEndArray();
        }
    }
}
