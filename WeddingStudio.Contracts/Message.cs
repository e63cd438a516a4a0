using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeddingStudio.Contracts;

/// <summary>
/// Something to be told, as a code with arguments. It is compared, stored and sent in this form; WeddingStudio.Words says it in the
/// language of whoever reads it. As JSON: `["Room.Name", "Anna", 3]`.
/// </summary>
/// <param name="code">`Room.Name`: an entry of that room's words.</param>
/// <param name="arguments">In the order in which the entry numbers them: text, whole and other numbers, messages.</param>
[JsonConverter(typeof(MessageJson))]
public sealed class Message(string code, params IReadOnlyList<object> arguments) : IEquatable<Message>
{
    private string? _json;

    public string Code { get; } = code;

    public IReadOnlyList<object> Arguments { get; } = arguments;

    /// <summary>Their entries are what stands between two arguments, of which there may be any number.</summary>
    public const string ClausesCode = "Shared.Clauses", ListCode = "Shared.List";

    /// <summary>Clauses that make one sentence.</summary>
    public static Message Clauses(IReadOnlyList<Message> clauses) => new(ClausesCode, clauses);

    /// <summary>`Anna, Ben and Carla`.</summary>
    public static Message List(IReadOnlyList<object> parts) => new(ListCode, parts);

    /// <summary>What others say, in whatever language: an operating system, somebody who names something.</summary>
    public static Message Plain(string text) => new("Shared.Plain", text);

    /// <summary>One sentence after the other.</summary>
    public Message Then(Message? next) => next is null ? this : new("Shared.Two", this, next);

    public bool Equals(Message? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as Message);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>As JSON.</summary>
    public override string ToString() => _json ??= JsonSerializer.Serialize(this);

    /// <exception cref="JsonException">It is none.</exception>
    public static Message Parse(string json) => JsonSerializer.Deserialize<Message>(json) ?? throw new JsonException("null is no message.");

    private sealed class MessageJson : JsonConverter<Message>
    {
        public override Message Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return Argument(document.RootElement) as Message ?? throw new JsonException($"{document.RootElement} is no message.");
        }

        public override void Write(Utf8JsonWriter writer, Message value, JsonSerializerOptions options) => Write(writer, value);

        private static object Argument(JsonElement json) => json.ValueKind switch
        {
            JsonValueKind.String => json.GetString()!,
            JsonValueKind.Number => json.TryGetInt64(out var whole) ? (object)whole : json.GetDouble(),
            JsonValueKind.Array => new Message(json[0].GetString()!, [.. json.EnumerateArray().Skip(1).Select(Argument)]),
            var other => throw new JsonException($"{other} is no argument of a message."),
        };

        private static void Write(Utf8JsonWriter writer, object argument)
        {
            switch (argument)
            {
                case string text:
                    writer.WriteStringValue(text);
                    break;
                case int or long:
                    writer.WriteNumberValue(Convert.ToInt64(argument, null));
                    break;
                case double number:
                    writer.WriteNumberValue(number);
                    break;
                case Message message:
                    writer.WriteStartArray();
                    writer.WriteStringValue(message.Code);
                    foreach (var part in message.Arguments)
                        Write(writer, part);
                    writer.WriteEndArray();
                    break;
                default:
                    throw new JsonException($"{argument.GetType()} is no argument of a message.");
            }
        }
    }
}
